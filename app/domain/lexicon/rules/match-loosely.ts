import { editDistance } from '~/platform/folding/distance';
import { looseKey } from '~/platform/folding/sounds';
import { stemsOf } from '~/platform/folding/stems';
import { COST, type Hit } from './match-costs';
import { type NameIndex, type Phrase, rawKey, type Sound } from './name-index';

/** How many typing errors a text of this length may hold. */
function allowed(length: number): number {
  if (length < 3) return 0;
  if (length < 5) return 1;
  return length < 12 ? 2 : 3;
}

/** Errors count by sound or by letters, whichever is fewer: one wrong letter may change two sounds. */
function similarity(sound: Sound, raw: string, key: string, loose: string): number | null {
  const limit = allowed(key.length);
  const bySound = editDistance(key, sound.key, limit);
  const byLetters = raw.length < 3 ? limit + 1 : editDistance(raw, sound.raw, limit);
  const least = Math.min(bySound, byLetters);
  if (least > limit) return null;
  const voiceless = bySound > limit ? limit : editDistance(loose, sound.loose, limit);
  const begins = sound.key[0] === key[0] ? 0 : 4;
  return least * 40 + (Math.min(bySound, limit + 1) + byLetters) * 3 + voiceless * 4 + begins;
}

/** Names that differ from the search by typing errors, and names that begin so. */
export function bySimilarSound(index: NameIndex, query: string, key: string): Hit[] {
  const raw = rawKey(query);
  if (key.length < 3 || key.length > 60) return [];
  const loose = looseKey(key);
  const begun = allowed(key.length) - 1;
  return index.sounds.flatMap((sound) => {
    const { entry, name } = sound;
    const whole = similarity(sound, raw, key, loose);
    if (whole !== null) return [{ entry, name, cost: COST.similar + whole }];
    if (begun < 1 || key.length < 5 || sound.key.length <= key.length) return [];
    const errors = editDistance(key, sound.key, begun, true);
    if (errors > begun) return [];
    return [{ entry, name, cost: COST.rest + errors * 40 + Math.min(sound.key.length - key.length, 30) }];
  });
}

const MISSED = 9;

/** What it costs to take one word for another: 0 the same, below 1 a beginning, then typing errors. */
function wordCost(word: string, other: string): number {
  if (word === other) return 0;
  if (word.length >= 3 && other.startsWith(word)) return 0.3;
  if (other.length >= 4 && word.startsWith(other) && word.length - other.length <= 3) return 0.4;
  const limit = Math.min(allowed(word.length + 1), word.length < 4 ? 0 : 2);
  const errors = editDistance(word, other, limit);
  return errors > limit ? MISSED : errors;
}

type Fit = { cost: number; missed: number; extra: number };

/** Takes for each word of the search the nearest word of the phrase that is still free. */
function fitWords(words: readonly string[], phrase: Phrase): Fit {
  const free = [...phrase.stems];
  let [cost, missed] = [0, 0];
  for (const word of words) {
    const costs = free.map((other) => wordCost(word, other));
    const least = Math.min(MISSED, ...costs);
    if (least >= MISSED) missed += 1;
    else {
      cost += least;
      free.splice(costs.indexOf(least), 1);
    }
  }
  return { cost, missed, extra: free.length };
}

function costOf({ cost, missed, extra }: Fit, words: number): number | null {
  const further = Math.min(extra * 9, 80);
  if (missed === 0 && cost === 0 && extra === 0) return COST.phrase;
  if (missed === 0 && cost < 1) return (extra === 0 ? COST.phrase : COST.words) + cost * 10 + further;
  if (missed === 0) return COST.similarWords + cost * 40 + further;
  if (missed * 2 > words || words - missed < 1) return null;
  return COST.rest + missed * 100 + cost * 20 + further;
}

/** Descriptive names that share words with the search, in any order and any form of the words. */
export function byPhrase(index: NameIndex, query: string): Hit[] {
  const words = stemsOf(query).slice(0, 12);
  if (words.length === 0) return [];
  return index.phrases.flatMap((phrase) => {
    const cost = costOf(fitWords(words, phrase), words.length);
    return cost === null ? [] : [{ entry: phrase.entry, name: phrase.name, cost }];
  });
}
