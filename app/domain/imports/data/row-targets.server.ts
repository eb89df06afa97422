import type { Ctx } from '~/platform/context';
import { type MadeRow, madeOfRows } from './made.server';
import { type Pair, pairsOfRows } from './pairs.server';
import { loadRows, type StoredRow } from './rows.server';

/** Whom a row is written for: somebody on record, somebody new; null: it is left out. */
export type Target =
  | { personId: string }
  | { isNew: true /** The number is somebody else's. */; withoutIin: boolean }
  | null;

/** Whom the rows of one batch are written for, as far as it is known when each is written. */
export class RowTargets {
  private constructor(
    private readonly pairs: ReadonlyMap<number, Pair[]>,
    private readonly people: Map<number, string>,
    private readonly made: Set<number>,
  ) {}

  static async load(ctx: Ctx, importId: string, rows: readonly StoredRow[]): Promise<RowTargets> {
    const pairs = new Map<number, Pair[]>();
    for (const pair of await pairsOfRows(
      ctx,
      importId,
      rows.map(({ no }) => no),
    ))
      pairs.set(pair.rowNo, [...(pairs.get(pair.rowNo) ?? []), pair]);
    const others = [
      ...rows.flatMap(({ no, sameAs }) => [no, ...(sameAs === null ? [] : [sameAs])]),
      ...[...pairs.values()].flat().flatMap(({ otherRow }) => otherRow ?? []),
    ];
    const made: MadeRow[] = await madeOfRows(ctx, importId, others);
    const people = new Map<number, string>();
    for (const { no, personId } of await loadRows(ctx, importId, { numbers: others }))
      if (personId) people.set(no, personId);
    for (const { rowNo, personId } of made) people.set(rowNo, personId);
    return new RowTargets(pairs, people, new Set(made.map(({ rowNo }) => rowNo)));
  }

  isMade = (no: number): boolean => this.made.has(no);

  note(no: number, personId: string): void {
    this.people.set(no, personId);
    this.made.add(no);
  }

  of({ no, personId, sameAs }: StoredRow): Target {
    if (personId) return { personId };
    if (sameAs !== null) return this.somebody(this.people.get(sameAs));
    const pairs = this.pairs.get(no) ?? [];
    if (pairs.some(({ decision }) => decision === null || decision === 'out')) return null;
    const same = pairs.find(({ decision }) => decision === 'same');
    if (!same) return { isNew: true, withoutIin: pairs.some(({ kind }) => kind === 'iin') };
    return this.somebody(same.personId ?? this.people.get(same.otherRow ?? -1));
  }

  private somebody = (personId: string | undefined): Target => (personId ? { personId } : null);
}
