import ReactMarkdown, { type Components } from 'react-markdown';
import { type LocalizedText, pickText } from '~/i18n/content';
import { LANG_NAMES } from '~/i18n/locales';
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
  'blockquote',
  'code',
  'pre',
  'hr',
  'br',
];

type Level = 2 | 3 | 4;

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Moves the headings of a body below the page's own: its `#` becomes `level`. */
function componentsBelow(level: Level): Components {
  const moved = HEADINGS.map((_, index) => HEADINGS[Math.min(level - 1 + index, 5)] ?? 'h6');
  const [h1 = 'h2', h2 = 'h3', h3 = 'h4', h4 = 'h5', h5 = 'h6', h6 = 'h6'] = moved;
  return {
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    a: ({ href, children }) => {
      const away = href?.startsWith('http') ? { rel: 'noopener noreferrer' } : {};
      return (
        <a {...away} href={href}>
          {children}
        </a>
      );
    },
  };
}

const COMPONENTS: Record<Level, Components> = {
  2: componentsBelow(2),
  3: componentsBelow(3),
  4: componentsBelow(4),
};

type Props = {
  value: LocalizedText;
  /** The level that a `#` in the text becomes; the page's title is level 1. */
  level?: Level;
};

/** A long text in the reader's language, or its fallback, with a note when it is another language or a machine's. */
export function Markdown({ value, level = 2 }: Props) {
  const { lang, t } = useT();
  const picked = pickText(value, lang);
  if (picked.text === '') return null;
  const notes = [
    picked.isFallback ? t('shell:text.shown-in', { language: LANG_NAMES[picked.lang].own }) : '',
    picked.isMachine ? t('shell:text.machine') : '',
  ].filter(Boolean);
  return (
    <>
      {notes.length > 0 ? <p className="note">{notes.join(' · ')}</p> : null}
      <div className="prose measure" lang={picked.isFallback ? picked.lang : undefined}>
        <ReactMarkdown allowedElements={ALLOWED} unwrapDisallowed skipHtml components={COMPONENTS[level]}>
          {picked.text}
        </ReactMarkdown>
      </div>
    </>
  );
}
