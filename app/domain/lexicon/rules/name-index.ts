import type { Lang } from '~/i18n/locales';
import { looseKey, soundKey } from '~/platform/folding/sounds';
import { stemsOf } from '~/platform/folding/stems';
import type { NameKind } from '../inputs';
import { hasKanji, type Readings, readKanji } from './readings';

/** One name of one thing, as it is stored. */
export type IndexedName = { text: string; kind: NameKind; lang: Lang | null };

export type Entry = { id: string; position: number; names: readonly IndexedName[] };

/** A name that is compared by its sound. */
export type Sound = { entry: Entry; name: IndexedName; raw: string; key: string; loose: string };

/** A name that is compared word by word. */
export type Phrase = { entry: Entry; name: IndexedName; stems: readonly string[] };

export type NameIndex = {
  entries: readonly Entry[];
  sounds: readonly Sound[];
  phrases: readonly Phrase[];
  byRaw: ReadonlyMap<string, readonly Sound[]>;
  byKey: ReadonlyMap<string, readonly Sound[]>;
  byLoose: ReadonlyMap<string, readonly Sound[]>;
  readings: Readings;
};

/** Names that are sounds: how the Japanese name is written. The others say something in the reader's words. */
const SOUND_KINDS: readonly NameKind[] = ['official', 'spelling', 'other'];
const WORD_KINDS: readonly NameKind[] = ['other', 'descriptive', 'sambo', 'meaning'];

/** Letters and digits alone, in lower case and one form: what a spelling is apart from its separators. */
export const rawKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}ー]/gu, '');

/** The sound of a name or a search, kanji by their known readings. */
export const soundOf = (text: string, readings: Readings): string =>
  soundKey(hasKanji(text) ? readKanji(text, readings) : text);

/** 'Shoulder throw (back-carry throw)' says two names; so does 'укэми, самостраховка'. */
export const namesWithin = (text: string): string[] =>
  text
    .split(/[(),;（）、«»]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function group(sounds: readonly Sound[], keyOf: (sound: Sound) => string): Map<string, Sound[]> {
  const found = new Map<string, Sound[]>();
  for (const sound of sounds) {
    const key = keyOf(sound);
    if (key === '') continue;
    const known = found.get(key);
    if (known) known.push(sound);
    else found.set(key, [sound]);
  }
  return found;
}

const soundsOf = (entry: Entry, readings: Readings): Sound[] =>
  entry.names
    .filter(({ kind }) => SOUND_KINDS.includes(kind))
    .map((name) => {
      const key = soundOf(name.text, readings);
      return { entry, name, raw: rawKey(name.text), key, loose: looseKey(key) };
    });

const phrasesOf = (entry: Entry): Phrase[] =>
  entry.names
    .filter(({ kind }) => WORD_KINDS.includes(kind))
    .flatMap((name) => namesWithin(name.text).map((part) => ({ entry, name, stems: stemsOf(part) })))
    .filter(({ stems }) => stems.length > 0);

/** Everything that searches compare with, prepared once for many searches. */
export function buildIndex(entries: readonly Entry[], readings: Readings): NameIndex {
  const sounds = entries.flatMap((entry) => soundsOf(entry, readings));
  return {
    entries,
    sounds,
    phrases: entries.flatMap(phrasesOf),
    byRaw: group(sounds, ({ raw }) => raw),
    byKey: group(sounds, ({ key }) => key),
    byLoose: group(sounds, ({ loose }) => loose),
    readings,
  };
}
