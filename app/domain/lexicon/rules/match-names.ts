import type { Lang } from '~/i18n/locales';
import { otherLayouts } from '~/platform/folding/layouts';
import { looseKey } from '~/platform/folding/sounds';
import type { MatchQuality } from '../types';
import { COST, type Hit } from './match-costs';
import { byPhrase, bySimilarSound } from './match-loosely';
import { type Entry, type IndexedName, type NameIndex, rawKey, soundOf } from './name-index';

const KINDS: readonly IndexedName['kind'][] = [
  'official',
  'spelling',
  'sambo',
  'descriptive',
  'other',
  'meaning',
];

/** Names of the same cost: official before others, then the reader's language first. */
const nuance = (name: IndexedName, lang: Lang): number =>
  KINDS.indexOf(name.kind) * 0.1 + (name.lang === lang ? 0 : 0.05);

type Found = readonly { entry: Entry; name: IndexedName }[] | undefined;

const hitsOf = (found: Found, cost: number, quality: MatchQuality): Hit[] =>
  (found ?? []).map(({ entry, name }) => ({ entry, name, cost, quality }));

const exact = (index: NameIndex, query: string, key: string): Hit[] => [
  ...hitsOf(index.byRaw.get(rawKey(query)), COST.raw, 'exact'),
  ...hitsOf(index.byKey.get(key), COST.sound, 'exact'),
  ...hitsOf(index.byLoose.get(looseKey(key)), COST.loose, 'exact'),
];

/** Names that begin with the sound of the search, also from a later piece on; the shorter ones first. */
function within(index: NameIndex, key: string): Hit[] {
  if (key.length < 2) return [];
  const loose = looseKey(key);
  const rest = (whole: string) => Math.min(whole.length - key.length, 90);
  const begun = index.likenesses.flatMap((likeness) => {
    if (likeness.key.startsWith(key)) return hitsOf([likeness], COST.prefix + rest(likeness.key), 'prefix');
    if (key.length < 3 || !likeness.loose.includes(loose)) return [];
    if (likeness.loose.startsWith(loose))
      return hitsOf([likeness], COST.prefix + rest(likeness.key) + 5, 'prefix');
    return hitsOf([likeness], COST.rest + rest(likeness.key), 'similar');
  });
  if (key.length < 3) return begun;
  const later = index.endings.filter((ending) => ending.loose.startsWith(loose));
  return [
    ...begun,
    ...later.flatMap((ending) => hitsOf([ending], COST.inside + rest(ending.loose), 'words')),
  ];
}

/** Words, and runs of one script where Japanese writes without spaces. */
const wordsOf = (query: string): string[] =>
  (
    query.match(
      /[\p{Script=Han}々]+|[\p{Script=Hiragana}ー]+|[\p{Script=Katakana}ー]+|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\p{N}+/gu,
    ) ?? []
  ).slice(0, 10);

/** Neighbouring words of the search that are a whole name: 'бросок учи-мата', '内股のコツ'. */
function parts(index: NameIndex, words: readonly string[]): Hit[] {
  const found: Hit[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= words.length; to += 1) {
      if (to - from === words.length) continue;
      const key = soundOf(words.slice(from, to).join(''), index.readings);
      if (key.length < 4) continue;
      found.push(...hitsOf(index.byKey.get(key), COST.part + Math.max(0, 60 - key.length * 3), 'part'));
    }
  }
  return found;
}

/** Every order of at most four words. */
function orders(words: readonly string[]): string[] {
  if (words.length < 2) return [words.join('')];
  return words.flatMap((word, place) =>
    orders(words.filter((_other, index) => index !== place)).map((rest) => word + rest),
  );
}

/** The words of a name in another order: 'гатаме кеса'. */
function reordered(index: NameIndex, words: readonly string[]): Hit[] {
  if (words.length < 2 || words.length > 4) return [];
  return orders(words).flatMap((order) =>
    hitsOf(index.byLoose.get(looseKey(soundOf(order, index.readings))), COST.words, 'words'),
  );
}

function typed(index: NameIndex, query: string, key: string): Hit[] {
  const words = wordsOf(query);
  return [
    ...exact(index, query, key),
    ...byPhrase(index, query),
    ...within(index, key),
    ...reordered(index, words),
    ...parts(index, words),
  ];
}

/** What the keys would have written in another layout: names met there well, and the similar ones after all else. */
function swapped(index: NameIndex, query: string): Hit[] {
  return otherLayouts(query).flatMap((other) => {
    const key = soundOf(other, index.readings);
    if (key.length < 3) return [];
    const hits = typed(index, other, key).filter(({ cost }) => cost < COST.rest);
    return [...hits, ...bySimilarSound(index, other, key)].map(({ cost, quality, ...hit }) => ({
      ...hit,
      cost: cost + COST.layout,
      quality: quality === 'similar' ? quality : ('layout' as const),
    }));
  });
}

/** Whether somebody who typed this meant the layout it was typed in. */
const isMeant = (hits: readonly Hit[]): boolean => hits.some(({ quality }) => quality !== 'similar');

/** The things whose names meet the search, best first, each once by its best name. */
export function matchNames(index: NameIndex, query: string, lang: Lang): Hit[] {
  const key = soundOf(query, index.readings);
  const hits = typed(index, query, key);
  if (!isMeant(hits)) hits.push(...swapped(index, query));
  hits.push(...bySimilarSound(index, query, key));
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const cost = hit.cost + nuance(hit.name, lang);
    const known = best.get(hit.entry.id);
    if (!known || cost < known.cost) best.set(hit.entry.id, { ...hit, cost });
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost || a.entry.position - b.entry.position);
}
