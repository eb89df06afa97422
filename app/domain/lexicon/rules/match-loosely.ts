import { editDistance, letterMask, maySimilar } from '~/platform/folding/distance';
import { looseKey } from '~/platform/folding/sounds';
import { stemsOf } from '~/platform/folding/stems';
import { COST, type Hit } from './match-costs';
import { type Likeness, type NameIndex, type Phrase, rawKey } from './name-index';

/** How many typing errors a text of this length may hold. */
function allowed(length: number): number {
  if (length < 3) return 0;
  if (length < 5) return 1;
  return length < 12 ? 2 : 3;
}

type Typed = { raw: string; rawMask: number; key: string; mask: number; loose: string; limit: number };

const near = (typed: string, mask: number, whole: string, other: number, limit: number): number =>
  Math.abs(typed.length - whole.length) <= limit && maySimilar(mask, other, limit)
    ? editDistance(typed, whole, limit)
    : limit + 1;

/** Errors count by sound or by letters, whichever is fewer: one wrong letter may change two sounds. */
function similarity({ key, mask, loose, limit, raw, rawMask }: Typed, likeness: Likeness): number | null {
  const bySound = near(key, mask, likeness.key, likeness.mask, limit);
  let byLetters = limit + 1;
  for (const spelling of likeness.spellings)
    byLetters = Math.min(byLetters, near(raw, rawMask, spelling.raw, spelling.mask, limit));
  const least = Math.min(bySound, byLetters);
  if (least > limit) return null;
  const voiceless = bySound > limit ? limit : editDistance(loose, likeness.loose, limit);
  const begins = likeness.key[0] === key[0] ? 0 : 4;
  return least * 40 + (bySound + byLetters) * 3 + voiceless * 4 + begins;
}

/** Names that differ from the search by typing errors, and names that begin so. */
export function bySimilarSound(index: NameIndex, query: string, key: string): Hit[] {
  const raw = rawKey(query);
  if (key.length < 3 || key.length > 60) return [];
  const limit = allowed(key.length);
  const typed = { raw, rawMask: letterMask(raw), key, mask: letterMask(key), loose: looseKey(key), limit };
  const begun = limit - 1;
  return index.likenesses.flatMap((likeness) => {
    const { entry, name } = likeness;
    const whole = similarity(typed, likeness);
    if (whole !== null) return [{ entry, name, cost: COST.similar + whole, quality: 'similar' }];
    if (begun < 1 || key.length < 5 || likeness.key.length <= key.length) return [];
    const errors = editDistance(key, likeness.key, begun, true);
    if (errors > begun) return [];
    const rest = Math.min(likeness.key.length - key.length, 30);
    return [{ entry, name, cost: COST.rest + errors * 40 + rest, quality: 'similar' }];
  });
}

const MISSED = 9;

/** What it costs to take one word for another: 0 the same, below 1 a beginning, then typing errors. */
function wordCost(word: string, other: string): number {
  if (word === other) return 0;
  if (word.length >= 3 && other.startsWith(word)) return 0.3;
  if (other.length >= 4 && word.startsWith(other) && word.length - other.length <= 3) return 0.4;
  const limit = word.length < 4 ? 0 : Math.min(allowed(word.length + 1), 2);
  if (Math.abs(word.length - other.length) > limit) return MISSED;
  const errors = editDistance(word, other, limit);
  return errors > limit ? MISSED : errors;
}

type Fit = { cost: number; missed: number; extra: number };

/** Takes for each word of the search the nearest word of the phrase that is still free. */
function fitWords(costs: readonly (readonly number[])[], { stems }: Phrase): Fit {
  const free = [...stems];
  let [cost, missed] = [0, 0];
  for (const ofStem of costs) {
    let [least, at] = [MISSED, -1];
    for (let place = 0; place < free.length; place += 1) {
      const next = ofStem[free[place] ?? -1] ?? MISSED;
      if (next < least) [least, at] = [next, place];
    }
    if (at < 0) missed += 1;
    else {
      cost += least;
      free.splice(at, 1);
    }
  }
  return { cost, missed, extra: free.length };
}

type Graded = Pick<Hit, 'cost' | 'quality'>;

function gradeOf({ cost, missed, extra }: Fit, words: number): Graded | null {
  const further = Math.min(extra * 9, 80);
  if (missed === 0 && cost === 0 && extra === 0) return { cost: COST.phrase, quality: 'exact' };
  if (missed === 0 && cost < 1) {
    if (extra === 0) return { cost: COST.phrase + cost * 10, quality: 'prefix' };
    return { cost: COST.words + cost * 10 + further, quality: 'words' };
  }
  if (missed === 0) return { cost: COST.similarWords + cost * 40 + further, quality: 'similar' };
  if (missed * 2 > words) return null;
  return { cost: COST.rest + missed * 100 + cost * 20 + further, quality: 'similar' };
}

/** Descriptive names that share words with the search, in any order and any form of the words. */
export function byPhrase(index: NameIndex, query: string): Hit[] {
  const words = stemsOf(query).slice(0, 12);
  if (words.length === 0) return [];
  const costs = words.map((word) => index.stems.map((stem) => wordCost(word, stem)));
  if (costs.every((ofStem) => ofStem.every((cost) => cost >= MISSED))) return [];
  return index.phrases.flatMap((phrase) => {
    const { entry, name } = phrase;
    const grade = gradeOf(fitWords(costs, phrase), words.length);
    return grade ? [{ entry, name, ...grade }] : [];
  });
}
