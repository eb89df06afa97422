import { LRUCache } from 'lru-cache';
import type { ReactElement, ReactNode } from 'react';
import parseMarkdown, { type Components } from 'react-markdown';
import { type LocalizedText, pickText } from '~/i18n/content';
import { rehypeJapanese } from '~/ui/japanese/rehype-japanese';
import { A } from './link';
import { useT } from './use-t';

/** Marks that bodies may use. Pictures and raw HTML are left out: neither is reviewed nor measured in bytes. */
const ALLOWED = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'a',
  'span',
  'blockquote',
  'code',
  'pre',
  'hr',
  'br',
];

const PLUGINS = [rehypeJapanese];
const NO_PLUGINS: typeof PLUGINS = [];

type Level = 2 | 3 | 4;
type Depth = 1 | 2 | 3;

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Moves the headings of a body below the page's own: those of its shallowest `depth` become `level`. */
function componentsBelow(level: Level, depth: Depth): Components {
  const moved = HEADINGS.map(
    (_, index) => HEADINGS[Math.min(Math.max(level - depth + index, level - 1), 5)] ?? 'h6',
  );
  const [h1 = 'h2', h2 = 'h3', h3 = 'h4', h4 = 'h5', h5 = 'h6', h6 = 'h6'] = moved;
  return {
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    a: BodyLink,
  };
}

/** A link of a body: '/courses' leads to our page in the reader's language, anything else where it says. */
function BodyLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  if (href && /^\/(?!\/)/.test(href)) return <A to={href}>{children}</A>;
  const away = href?.startsWith('http') ? { rel: 'noopener noreferrer' } : {};
  return (
    <a {...away} href={href}>
      {children}
    </a>
  );
}

const DEPTHS = [1, 2, 3] as const;
const both = (level: Level) => DEPTHS.map((depth) => componentsBelow(level, depth));
const COMPONENTS: Record<Level, readonly Components[]> = { 2: both(2), 3: both(3), 4: both(4) };

/** Authors begin with `#` or with `##`: either way the outline of the page has no hole. */
const shallowest = (text: string): Depth =>
  DEPTHS.find((depth) => new RegExp(`^#{${depth}} `, 'm').test(text)) ?? 1;

const parsed = new LRUCache<string, ReactElement>({ max: 500 });

/** The elements of a text. The same text gives the same ones, and parsing takes longer than rendering. */
function elementsOf(text: string, level: Level, isJapanese: boolean): ReactElement {
  const key = `${level}${isJapanese}${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const made = parseMarkdown({
    allowedElements: ALLOWED,
    unwrapDisallowed: true,
    skipHtml: true,
    rehypePlugins: isJapanese ? NO_PLUGINS : PLUGINS,
    components: COMPONENTS[level][shallowest(text) - 1] ?? {},
    children: text,
  });
  parsed.set(key, made);
  return made;
}

type Props = {
  value: LocalizedText;
  /** The level of the text's largest headings; the page's title is level 1. */
  level?: Level;
};

/** A long text in the reader's language, or its fallback, with a note when it is another language or a machine's. */
export function Markdown({ value, level = 2 }: Props) {
  const { lang, t } = useT();
  const picked = pickText(value, lang);
  if (picked.text === '') return null;
  const notes = [
    picked.isFallback ? t('shell:text.shown-in', { language: t(`shell:language.${picked.lang}`) }) : '',
    picked.isMachine ? t('shell:text.machine') : '',
  ].filter(Boolean);
  return (
    <>
      {notes.length > 0 ? <p className="note">{notes.join(' · ')}</p> : null}
      <div className="prose measure" lang={picked.isFallback ? picked.lang : undefined}>
        {elementsOf(picked.text, level, picked.lang === 'ja')}
      </div>
    </>
  );
}
