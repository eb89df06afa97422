import type { Lang } from '~/i18n/locales';
import { letterMask } from '~/platform/folding/distance';
import { looseKey, soundKey } from '~/platform/folding/sounds';
import { stemsOf } from '~/platform/folding/stems';
import type { NameKind } from '../inputs';
import { hasKanji, type Readings, readKanji } from './readings';

/** One name of one thing, as it is stored. */
export type IndexedName = { text: string; kind: NameKind; lang: Lang | null };

export type Entry = {
  id: string;
  position: number;
  names: readonly IndexedName[];
  /** The pieces of the official name in kana: searches may begin at any of them. */
  parts: readonly string[];
};

/** A name that is compared by its sound. */
export type Sound = { entry: Entry; name: IndexedName; raw: string; key: string; loose: string };

/** One sound of a thing with all spellings that sound so: what typing errors are looked for in. */
export type Likeness = {
  entry: Entry;
  name: IndexedName;
  key: string;
  loose: string;
  mask: number;
  spellings: readonly { raw: string; mask: number }[];
};

/** A name from one of its later pieces on: 'soto-gari' of o-soto-gari. */
export type Ending = { entry: Entry; name: IndexedName; loose: string };

/** A name that is compared word by word; its words are places in the index's list of stems. */
export type Phrase = { entry: Entry; name: IndexedName; stems: readonly number[] };

export type NameIndex = {
  entries: readonly Entry[];
  sounds: readonly Sound[];
  likenesses: readonly Likeness[];
  endings: readonly Ending[];
  stems: readonly string[];
  phrases: readonly Phrase[];
  byRaw: ReadonlyMap<string, readonly Sound[]>;
  byKey: ReadonlyMap<string, readonly Sound[]>;
  byLoose: ReadonlyMap<string, readonly Sound[]>;
  readings: Readings;
};

/** Names that are sounds: how the Japanese name is written. The others say something in the reader's words. */
const SOUND_KINDS: readonly NameKind[] = ['official', 'spelling', 'other'];
const WORD_KINDS: readonly NameKind[] = ['descriptive', 'sambo', 'meaning'];

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

/** A long name is no word with a typing error. */
const LONGEST = 60;

function likenessesOf(sounds: readonly Sound[]): Likeness[] {
  const groups = group(
    sounds.filter(({ key }) => key.length <= LONGEST),
    ({ entry, key }) => `${entry.id} ${key}`,
  );
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { entry, name, key, loose } = first;
    const raws = [...new Set(alike.map(({ raw }) => raw))];
    const spellings = raws.map((raw) => ({ raw, mask: letterMask(raw) }));
    return [{ entry, name, key, loose, mask: letterMask(key), spellings }];
  });
}

const endingsOf = (entry: Entry): Ending[] => {
  const [name] = entry.names;
  if (!name) return [];
  const { parts } = entry;
  return parts.slice(1).map((_part, index) => {
    return { entry, name, loose: looseKey(soundKey(parts.slice(index + 1).join(''))) };
  });
};

/** All stems once, and the phrases that are made of them. */
function phrasesOf(entries: readonly Entry[]): Pick<NameIndex, 'stems' | 'phrases'> {
  const places = new Map<string, number>();
  const placeOf = (stem: string): number => {
    const place = places.get(stem) ?? places.size;
    places.set(stem, place);
    return place;
  };
  const phrases = entries.flatMap((entry) =>
    entry.names
      .filter(({ kind }) => WORD_KINDS.includes(kind))
      .flatMap((name) =>
        namesWithin(name.text).map((part) => ({ entry, name, stems: stemsOf(part).map(placeOf) })),
      )
      .filter(({ stems }) => stems.length > 0),
  );
  return { stems: [...places.keys()], phrases };
}

/** Everything that searches compare with, prepared once for many searches. */
export function buildIndex(entries: readonly Entry[], readings: Readings): NameIndex {
  const sounds = entries.flatMap((entry) => soundsOf(entry, readings));
  return {
    entries,
    sounds,
    likenesses: likenessesOf(sounds),
    endings: entries.flatMap(endingsOf),
    ...phrasesOf(entries),
    byRaw: group(sounds, ({ raw }) => raw),
    byKey: group(sounds, ({ key }) => key),
    byLoose: group(sounds, ({ loose }) => loose),
    readings,
  };
}
