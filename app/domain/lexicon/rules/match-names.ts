import type { Lang } from '~/i18n/locales';
import { otherLayouts } from '~/platform/folding/layouts';
import { looseKey } from '~/platform/folding/sounds';
import type { MatchQuality } from '../types';
import { COST, type Hit } from './match-costs';
import { byPhrase, bySimilarSound } from './match-loosely';
import { type Entry, type IndexedName, type NameIndex, rawKey, soundOf } from './name-index';

export type Match = Hit & { quality: MatchQuality };

const KINDS: readonly IndexedName['kind'][] = [
  'official',
  'spelling',
  'sambo',
  'descriptive',
  'other',
  'meaning',
];

/** Names of the same cost: the reader's language first, then official before others. */
const nuance = (name: IndexedName, lang: Lang): number =>
  KINDS.indexOf(name.kind) * 0.1 + (name.lang === lang ? 0 : 0.05);

function exact(index: NameIndex, query: string, key: string): Hit[] {
  const from = (found: readonly { entry: Entry; name: IndexedName }[] | undefined, cost: number) =>
    (found ?? []).map(({ entry, name }) => ({ entry, name, cost }));
  return [
    ...from(index.byRaw.get(rawKey(query)), COST.raw),
    ...from(index.byKey.get(key), COST.sound),
    ...from(index.byLoose.get(looseKey(key)), COST.loose),
  ];
}

/** Names that begin with the sound of the search, or hold it; the shorter ones first. */
function within(index: NameIndex, key: string): Hit[] {
  if (key.length < 2) return [];
  const loose = looseKey(key);
  return index.sounds.flatMap((sound) => {
    const { entry, name } = sound;
    const rest = Math.min(sound.key.length - key.length, 90);
    if (sound.key.startsWith(key)) return [{ entry, name, cost: COST.prefix + rest }];
    if (key.length < 3) return [];
    if (sound.loose.startsWith(loose)) return [{ entry, name, cost: COST.prefix + rest + 5 }];
    return sound.loose.includes(loose) ? [{ entry, name, cost: COST.inside + rest }] : [];
  });
}

/** Neighbouring words of the search that are a whole name: 'бросок учи-мата', 'o soto gari for children'. */
function parts(index: NameIndex, query: string): Hit[] {
  const words = query
    .split(/[^\p{L}\p{N}\p{M}'ー]+/u)
    .filter(Boolean)
    .slice(0, 10);
  if (words.length < 2) return [];
  const found: Hit[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= words.length; to += 1) {
      if (to - from === words.length) continue;
      const key = soundOf(words.slice(from, to).join(''), index.readings);
      if (key.length < 4) continue;
      for (const { entry, name } of index.byKey.get(key) ?? [])
        found.push({ entry, name, cost: COST.part + Math.max(0, 60 - key.length * 3) });
    }
  }
  return found;
}

const typed = (index: NameIndex, query: string, key: string): Hit[] => [
  ...exact(index, query, key),
  ...byPhrase(index, query),
  ...within(index, key),
  ...parts(index, query),
];

/** What the keys would have written in another layout: names met there well, and the similar ones after all else. */
function swapped(index: NameIndex, query: string): Hit[] {
  return otherLayouts(query).flatMap((other) => {
    const key = soundOf(other, index.readings);
    if (key.length < 3) return [];
    const hits = typed(index, other, key).filter(({ cost }) => cost < COST.rest);
    return [...hits, ...bySimilarSound(index, other, key)].map((hit) => ({
      ...hit,
      cost: hit.cost + COST.layout,
    }));
  });
}

function qualityOf(cost: number): MatchQuality {
  if (cost < COST.prefix) return 'exact';
  if (cost < COST.words) return 'prefix';
  if (cost < COST.part) return 'words';
  if (cost < COST.layout) return 'part';
  return cost < COST.layout + COST.words ? 'layout' : 'similar';
}

/** The things whose names meet the search, best first, each once by its best name. */
export function matchNames(index: NameIndex, query: string, lang: Lang): Match[] {
  const key = soundOf(query, index.readings);
  const hits = [...typed(index, query, key), ...bySimilarSound(index, query, key), ...swapped(index, query)];
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const cost = hit.cost + nuance(hit.name, lang);
    const known = best.get(hit.entry.id);
    if (!known || cost < known.cost) best.set(hit.entry.id, { ...hit, cost });
  }
  return [...best.values()]
    .sort((a, b) => a.cost - b.cost || a.entry.position - b.entry.position)
    .map((hit) => ({ ...hit, quality: qualityOf(hit.cost) }));
}
