import { LANGS, type Lang } from '~/i18n/locales';
import { stemsOf } from '~/platform/folding/stems';
import { foldText } from '~/platform/search/text/fold-text';
import { withoutOkurigana } from '~/platform/search/text/japanese';
import { kazakhStem } from '~/platform/search/text/kazakh-stem';

/** A word of the lexicon: its ways to be written in each language, and the one that is shown. */
export type GlossaryEntry = {
  id: string;
  kind: 'technique' | 'term';
  shown: Readonly<Partial<Record<Lang, string>>>;
  spellings: Readonly<Record<Lang, readonly string[]>>;
};

/** A word met in a source text with its rendering in the target language. */
export type MetTerm = { id: string; kind: GlossaryEntry['kind']; source: string; target: string };

/** «выведение из равновесия (кудзуси)» is two ways to say it, so is «укэми, самостраховка». */
export const spellingsIn = (text: string): string[] =>
  text
    .split(/[,;/、()（）]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1 || /\p{Script=Han}/u.test(part));

/** What may stand behind a word of one sign: a particle or the end; with more kana behind it, it is another word. */
const ALONE = /^(?:[をはがにのとでへもや、。！？」\s]|$)/u;

const bare = (text: string): string => withoutOkurigana(text.normalize('NFKC').replace(/[・＝\s]/g, ''));

function holdsJapanese(text: string, spelling: string): boolean {
  const word = spelling.normalize('NFKC').replace(/[・＝\s]/g, '');
  if ([...word].length === 1) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const isAfterHan = /\p{Script=Han}$/u.test(text.slice(0, at));
      if (!isAfterHan && ALONE.test(text.slice(at + word.length))) return true;
    }
    return false;
  }
  if (/^[\p{Script=Hiragana}ー]+$/u.test(word) && word.length < 3) return false;
  return (
    text.replace(/[・＝\s]/g, '').includes(word) || (bare(word).length > 1 && bare(text).includes(bare(word)))
  );
}

const wordsOf = (text: string, lang: Lang): string[] =>
  lang === 'kk' ? foldText(text).split(' ').map(kazakhStem) : stemsOf(text);

/** Stems of one word in two cases may differ by an ending that was not known: выведение, выведением. */
const isSame = (a: string | undefined, b: string): boolean =>
  a !== undefined &&
  (a === b ||
    (Math.min(a.length, b.length) >= 5 &&
      Math.abs(a.length - b.length) <= 2 &&
      (a.startsWith(b) || b.startsWith(a))));

/** Whether the words stand in the text one after the other. */
const holdsRun = (text: readonly string[], run: readonly string[]): boolean =>
  run.length > 0 &&
  text.some((_word, index) => run.every((word, place) => isSame(text[index + place], word)));

type Prepared = { spelling: string; words: string[] };

const prepared = new WeakMap<GlossaryEntry, Map<Lang, Prepared[]>>();

/** The spellings of an entry as words to compare: worked out once for each language. */
function preparedOf(entry: GlossaryEntry, lang: Lang): Prepared[] {
  const byLang = prepared.get(entry) ?? new Map<Lang, Prepared[]>();
  prepared.set(entry, byLang);
  const known = byLang.get(lang);
  if (known) return known;
  const words = (spelling: string) => (lang === 'ja' ? [] : wordsOf(spelling, lang));
  const made = entry.spellings[lang].map((spelling) => ({ spelling, words: words(spelling) }));
  byLang.set(lang, made);
  return made;
}

/** A text made ready once for many comparisons: which spelling of an entry it holds. */
function reader(text: string, lang: Lang): (entry: GlossaryEntry) => string | undefined {
  const plain = text.normalize('NFKC');
  const words = lang === 'ja' ? [] : wordsOf(text, lang);
  const holds = (one: Prepared) =>
    lang === 'ja' ? holdsJapanese(plain, one.spelling) : holdsRun(words, one.words);
  return (entry) => preparedOf(entry, lang).find(holds)?.spelling;
}

export const holdsEntry = (text: string, lang: Lang, entry: GlossaryEntry): boolean =>
  text !== '' && reader(text, lang)(entry) !== undefined;

/** Longer words first: 大内刈 is not also 内刈, and what lies inside a longer word of the glossary is left out. */
function withoutInner(met: readonly (MetTerm & { spelling: string })[]): MetTerm[] {
  return met
    .filter(({ id, spelling }) =>
      met.every(
        (other) => other.id === id || other.spelling === spelling || !other.spelling.includes(spelling),
      ),
    )
    .map(({ id, kind, source, target }) => ({ id, kind, source, target }));
}

/** The words of the glossary in a text of the source language, with how they are said in the target language. */
export function termsIn(text: string, from: Lang, to: Lang, glossary: readonly GlossaryEntry[]): MetTerm[] {
  if (text === '') return [];
  const spellingOf = reader(text, from);
  return withoutInner(
    glossary.flatMap((entry) => {
      const { id, kind, shown } = entry;
      const spelling = spellingOf(entry);
      const [source, target] = [shown[from], shown[to]];
      return spelling && source && target ? [{ id, kind, source, target, spelling }] : [];
    }),
  );
}

/** The met words whose rendering the translation lacks; nothing lacks while there is no translation. */
export function missingTerms(
  met: readonly MetTerm[],
  translation: string,
  to: Lang,
  glossary: readonly GlossaryEntry[],
): MetTerm[] {
  if (translation === '') return [];
  return met.filter(({ id, kind }) => {
    const entry = glossary.find((one) => one.id === id && one.kind === kind);
    return entry ? !holdsEntry(translation, to, entry) : false;
  });
}

type Names = { kanji: string; kana: string; romaji: string; cyrillic: string; polivanov: string };

export const techniqueEntry = (id: string, names: Names): GlossaryEntry => {
  const cyrillic = [names.cyrillic, names.polivanov];
  return {
    id,
    kind: 'technique',
    shown: { ja: names.kanji, en: names.romaji, ru: names.cyrillic, kk: names.cyrillic },
    spellings: { ja: [names.kanji, names.kana], en: [names.romaji], ru: cyrillic, kk: cyrillic },
  };
};

/** A term of the glossary; `texts` by language, `reading` in kana. */
export const termEntry = (
  id: string,
  texts: Readonly<Partial<Record<Lang, string>>>,
  reading: string,
): GlossaryEntry => {
  const spellings = Object.fromEntries(
    LANGS.map((lang) => [lang, [...spellingsIn(texts[lang] ?? ''), ...(lang === 'ja' ? [reading] : [])]]),
  ) as Record<Lang, string[]>;
  return { id, kind: 'term', shown: texts, spellings };
};
