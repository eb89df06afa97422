import { findIdentities } from '~/domain/identities/find-identities.server';
import { maskIin } from '~/domain/identities/inputs';
import { describePeople } from '~/domain/people/describe-people.server';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { isId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { loadReading, placesFor, type ReadingOf } from './data/load-reading.server';
import { openImport } from './data/open-import.server';
import { countPairs, type Pair, type PairCounts, selectPairs } from './data/pairs.server';
import { loadRows } from './data/rows.server';
import { type PersonRow, readRow } from './rules/read-row';
import { stageOf } from './rules/stage';

/** One side of a pair, fit to be shown. */
export type PairSide = {
  /** Null: a person on record. */
  rowNo: number | null;
  name: string;
  otherName: string;
  birthOn: LocalDate | null;
  /** Masked. */
  iin: string | null;
  hasIin: boolean;
  place: LocalizedText | null;
};

export type ShownPair = Pick<Pair, 'id' | 'kind' | 'score' | 'decision'> & { row: PairSide; other: PairSide };

export type PairList = {
  fileName: string;
  rows: ShownPair[];
  counts: PairCounts;
  next: string | null;
  /** Nothing can be decided any more, or not yet. */
  isClosed: boolean;
};

const PAGE = 20;

function readCursor(text: string): { rowNo: number; id: string } | null {
  const [row = '', id = ''] = text.split('_');
  return /^\d{1,7}$/.test(row) && isId(id) ? { rowNo: Number(row), id } : null;
}

const fullName = ({ family, given, patronymic }: PersonRow['names'][number]): string =>
  [family, given, patronymic].filter(Boolean).join(' ');

const NOBODY: PairSide = {
  ...{ rowNo: null, name: '', otherName: '', birthOn: null, iin: null, hasIin: false, place: null },
};

function sideOfRow(rowNo: number, person: PersonRow | null, places: Map<string, LocalizedText>): PairSide {
  if (!person) return { ...NOBODY, rowNo };
  const [first, second] = person.names;
  return {
    rowNo,
    name: first ? fullName(first) : '',
    otherName: second ? fullName(second) : '',
    birthOn: person.birthOn,
    iin: person.iin === null ? null : maskIin(person.iin),
    hasIin: person.iin !== null,
    place: places.get(person.organisationId ?? '') ?? null,
  };
}

async function sidesOnRecord(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, PairSide>> {
  const identities = new Map((await findIdentities(ctx, { personIds })).map((each) => [each.personId, each]));
  return new Map(
    (await describePeople(ctx, { personIds })).map((person) => {
      const identity = identities.get(person.personId);
      const side: PairSide = {
        ...NOBODY,
        name: person.displayName,
        otherName: person.latinName === person.displayName ? '' : person.latinName,
        birthOn: identity?.birthOn ?? null,
        hasIin: Boolean(identity?.iinHash),
        place: person.organisation?.name ?? null,
      };
      return [person.personId, side];
    }),
  );
}

/** Pairs that may be one person, both sides beside each other, a page at a time. Throws `imports.not-found`. */
export async function listPairs(
  ctx: Ctx,
  { importId, after }: { importId: string; after: string },
): Promise<PairList> {
  const record = await openImport(ctx, importId);
  const { fileName, path, mapping } = record;
  const counts = await countPairs(ctx, importId);
  const found = await selectPairs(ctx, { importId, after: readCursor(after), take: PAGE + 1 });
  const pairs = found.slice(0, PAGE);
  const last = pairs.at(-1);
  const sides =
    mapping && pairs.length > 0 ? await loadSides(ctx, { importId, path, mapping, pairs }) : () => NOBODY;
  return {
    ...{ fileName, counts },
    rows: pairs.map(({ id, kind, score, decision, rowNo, personId, otherRow }) => ({
      ...{ id, kind, score, decision },
      row: sides(rowNo),
      other: sides(personId ?? otherRow ?? 0),
    })),
    next: found.length > PAGE && last ? `${last.rowNo}_${last.id}` : null,
    isClosed: stageOf(record) !== 'checked',
  };
}

type Wanted = Omit<ReadingOf, 'isChecked'> & { pairs: readonly Pair[] };

async function loadSides(ctx: Ctx, { pairs, ...of }: Wanted): Promise<(key: string | number) => PairSide> {
  const { reading } = await loadReading(ctx, { ...of, isChecked: true });
  const numbers = pairs.flatMap(({ rowNo, otherRow }) => [rowNo, ...(otherRow === null ? [] : [otherRow])]);
  const places = new Map((await placesFor(ctx, of.path)).map(({ id, name }) => [id, name]));
  const rows = new Map(
    (await loadRows(ctx, of.importId, { numbers })).map((row) => [
      row.no,
      sideOfRow(row.no, readRow(row, reading).person, places),
    ]),
  );
  const people = await sidesOnRecord(
    ctx,
    pairs.flatMap(({ personId }) => personId ?? []),
  );
  return (key) => (typeof key === 'string' ? people.get(key) : rows.get(key)) ?? NOBODY;
}
