import type { Level } from '~/domain/frameworks/types';
import { foldName } from '~/platform/folding/names';
import { addDays, type LocalDate } from '~/platform/local-date';
import type { SearchRegisterInput, SearchRegisterQuery } from '../inputs';
import type { Scope } from '../policy';

export type RegisterOrder = 'until' | 'name';

/** What the register is asked for, with every word of the address understood. */
export type RegisterFilter = {
  state: SearchRegisterQuery['state'];
  levelIds: readonly string[] | null;
  /** A place and everything below it; '' = everywhere. */
  path: string;
  /** Folded words, each of which one of the names must hold. */
  words: readonly string[];
  /** Awards whose document was named instead; null when a name was. */
  qualificationIds: readonly string[] | null;
  /** Last days between these two, inclusive; null where that side is open. */
  ends: { from: LocalDate | null; to: LocalDate | null };
  /** Ends within so many days of the row's own today, and nothing follows yet; null when it is not asked for. */
  within: number | null;
  /** A component that is not live; 'any' = at least one. */
  missing: string;
  scope: Scope;
  /** Today in each zone that periods are counted in, the earliest and the latest of these. */
  today: Readonly<Record<string, LocalDate>>;
  first: LocalDate;
  last: LocalDate;
  order: RegisterOrder;
};

const MOST_WORDS = 8;

const later = (a: LocalDate | null, b: LocalDate | null) => (a && b ? (a > b ? a : b) : (a ?? b));
const earlier = (a: LocalDate | null, b: LocalDate | null) => (a && b ? (a < b ? a : b) : (a ?? b));

/** Whose names or documents are asked for. Signs alone ask for nobody, nothing typed for everybody. */
export function askedFor(
  q: string,
  found: readonly string[],
): Pick<RegisterFilter, 'words' | 'qualificationIds'> {
  if (found.length > 0) return { words: [], qualificationIds: found };
  const words = foldName(q).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return { words, qualificationIds: words.length === 0 && q.trim() !== '' ? [] : null };
}

type KnownLevel = Pick<Level, 'id' | 'slug'> & { framework: Pick<Level['framework'], 'slug'> };

/** Levels by slug, framework, or both; null when neither is asked for. */
export function levelIdsOf(
  { framework, level }: Pick<SearchRegisterQuery, 'framework' | 'level'>,
  levels: readonly KnownLevel[],
): readonly string[] | null {
  if (!framework && !level) return null;
  return levels
    .filter((each) => (!framework || each.framework.slug === framework) && (!level || each.slug === level))
    .map(({ id }) => id);
}

type Known = {
  levels: readonly KnownLevel[];
  scope: Scope;
  today: Readonly<Record<string, LocalDate>>;
  /** Awards found by the number or serial that was typed; none when it is neither. */
  found: readonly string[];
};

/** The filter of one list; `today` must hold at least one zone. */
export function registerFilter(query: SearchRegisterQuery, known: Known): RegisterFilter {
  const { levels, scope, today, found } = known;
  const days = Object.values(today).sort();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const { within } = query;
  return {
    within,
    state: query.state,
    path: query.path,
    missing: query.missing,
    order: query.sort,
    scope,
    today,
    first,
    last,
    levelIds: levelIdsOf(query, levels),
    ...askedFor(query.q, found),
    ends: {
      from: later(query.from, within === null ? null : first),
      to: earlier(query.to, within === null ? null : addDays(last, within)),
    },
  };
}

/** A grant that covers the asked place covers every row below it. */
export const isCovered = ({ path, scope }: Pick<RegisterFilter, 'path' | 'scope'>): boolean =>
  path !== '' && scope.paths.some((above) => path.startsWith(above));

/** The words of an address that were sent and not understood: they narrow nothing, so the reader must be told. */
export const unreadWords = (sent: SearchRegisterInput, query: SearchRegisterQuery): string[] =>
  Object.entries(query).flatMap(([word, value]) => {
    const text = sent[word as keyof SearchRegisterQuery]?.trim() ?? '';
    return word === 'after' || text === '' || text === String(value).trim() ? [] : [word];
  });
