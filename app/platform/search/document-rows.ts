import { type LocalizedText, type PickedText, pickText } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';
import { newId } from '../ids';
import { foldText } from './text/fold-text';
import { plainText } from './text/plain-text';
import { suggestionKeys } from './text/suggestion-keys';
import { CONFIGURATION, readyVector, stemmableWords, type WeighedText } from './text/vectors';
import { type InnerText, KINDS, type SearchAudience, type SearchDocument } from './types';

/** One row of the index: a thing in one language, either its open part or all of it for those who may read it. */
export type DocumentRow = {
  id: string;
  kind: string;
  shelf: number;
  thing_id: string;
  is_inner: boolean;
  lang: Lang;
  is_machine: boolean;
  group_key: string | null;
  audience: SearchAudience;
  available_until: string | null;
  path: string;
  seconds: number | null;
  title: string;
  title_lang: Lang;
  title_folded: string;
  text: string;
  technique_ids: readonly string[];
  term_ids: readonly string[];
  configuration: string;
  words_a: string;
  words_b: string;
  words_c: string;
  ready: string;
  keys: readonly string[];
};

const joined = (texts: readonly LocalizedText[], lang: Lang): string =>
  texts
    .map((text) => plainText(text[lang]?.text ?? ''))
    .filter(Boolean)
    .join(' · ');

const isMachine = (texts: readonly LocalizedText[], lang: Lang): boolean =>
  texts.some((text) => text[lang]?.origin === 'machine');

const hasText = (texts: readonly LocalizedText[], lang: Lang): boolean =>
  texts.some((text) => Boolean(text[lang]?.text));

/** What both parts of a thing have in common in one language. */
function shared(document: SearchDocument, lang: Lang, title: PickedText) {
  return {
    kind: document.kind,
    shelf: KINDS[document.kind].shelf,
    thing_id: document.id,
    lang,
    group_key: document.group ?? null,
    available_until: document.availableUntil ?? null,
    seconds: document.seconds ?? null,
    title: title.text,
    title_lang: title.lang,
    title_folded: foldText(title.text),
    technique_ids: document.techniqueIds ?? [],
    term_ids: document.termIds ?? [],
    configuration: CONFIGURATION[lang],
  };
}

function openRow(document: SearchDocument, lang: Lang, title: PickedText): DocumentRow {
  const { texts = [], audience = 'public' } = document;
  const text = joined(texts, lang);
  // A title that is shown for want of one in this language is no text of this language.
  const ownTitle = title.lang === lang ? title.text : '';
  const weighed: WeighedText[] = [
    { weight: 'A', text: ownTitle },
    { weight: 'B', text },
  ];
  return {
    ...shared(document, lang, title),
    id: newId(),
    is_inner: false,
    is_machine: isMachine([document.title, ...texts], lang),
    audience,
    path: document.path,
    text,
    words_a: stemmableWords(ownTitle),
    words_b: stemmableWords(text),
    words_c: '',
    ready: readyVector(weighed, lang),
    keys: ownTitle && KINDS[document.kind].shelf < 3 ? suggestionKeys(ownTitle) : [],
  };
}

function innerRow(open: DocumentRow, inner: InnerText, lang: Lang): DocumentRow {
  const text = joined(inner.texts, lang);
  const ownTitle = open.title_lang === lang ? open.title : '';
  const weighed: WeighedText[] = [
    { weight: 'A', text: ownTitle },
    { weight: 'B', text: open.text },
    { weight: 'C', text },
  ];
  return {
    ...open,
    id: newId(),
    is_inner: true,
    is_machine: open.is_machine || isMachine(inner.texts, lang),
    audience: inner.audience,
    path: inner.path,
    text: [open.text, text].filter(Boolean).join(' · '),
    words_c: stemmableWords(text),
    ready: readyVector(weighed, lang),
    keys: [],
  };
}

/** The rows of a thing: for each language in which any of it exists. */
export function documentRows(document: SearchDocument): DocumentRow[] {
  const { title, texts = [], inner } = document;
  return LANGS.flatMap((lang) => {
    const isInnerHere = inner !== undefined && (hasText(inner.texts, lang) || hasText([title], lang));
    if (!hasText([title, ...texts], lang) && !isInnerHere) return [];
    const open = openRow(document, lang, pickText(title, lang));
    return inner && isInnerHere ? [open, innerRow(open, inner, lang)] : [open];
  });
}

/** The name of a cue in the index; once for each language. */
export const captionThing = (group: string, startMs: number): string => `${group}@${startMs}`;

/** A cue in one language. Its title and address are those of the recording of its group. */
export function captionRow(
  { group, lang, isMachine }: { group: string; lang: Lang; isMachine: boolean },
  cue: { startMs: number; text: string },
  readers: { audience: SearchAudience; availableUntil: string | null },
): DocumentRow {
  const text = plainText(cue.text);
  return {
    ...{
      id: newId(),
      kind: 'caption',
      shelf: KINDS.caption.shelf,
      thing_id: captionThing(group, cue.startMs),
    },
    ...{ is_inner: false, lang, is_machine: isMachine, group_key: group, path: '' },
    ...{ audience: readers.audience, available_until: readers.availableUntil },
    ...{ seconds: Math.floor(cue.startMs / 1000), title: '', title_lang: lang, title_folded: '', text },
    ...{ technique_ids: [], term_ids: [], configuration: CONFIGURATION[lang] },
    ...{ words_a: '', words_b: stemmableWords(text), words_c: '', keys: [] },
    ready: readyVector([{ weight: 'B', text }], lang),
  };
}
