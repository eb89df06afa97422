import { expect, test } from 'vitest';
import { confirmImport } from '~/domain/imports/confirm-import.server';
import { decidePairs } from '~/domain/imports/decide-pairs.server';
import { getImport } from '~/domain/imports/get-import.server';
import { listPairs, type ShownPair } from '~/domain/imports/list-pairs.server';
import { undoImport } from '~/domain/imports/undo-import.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import type { Ctx } from '~/platform/context';
import { damagedRegister, HEADER } from '../../support/damaged-register';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { isTurn } from '../../support/turn';
import { countTables, openOffice, sendAndCheck, workbook } from './office';

const world = useWorld();

/** Rows of the sheet begin below the title and the header. */
const FIRST = 4;

/** People and planted duplicates: every fourth run tries a register as a large club has it, the others a small one. */
const SIZE = isTurn(0) ? ([680, 130] as const) : ([170, 60] as const);

async function allPairs(ctx: Ctx, importId: string): Promise<ShownPair[]> {
  const pairs: ShownPair[] = [];
  for (let after = ''; ; ) {
    const page = await listPairs(ctx, { importId, after });
    pairs.push(...page.rows);
    if (page.next === null) return pairs;
    after = page.next;
  }
}

test('a register with planted duplicates: found, confirmed, sent again, undone', async () => {
  const office = await openOffice(world.current);
  const { ctx } = office;
  const [people, doubles] = SIZE;
  const { rows, planted } = damagedRegister(people, doubles);
  const bytes = await workbook(
    HEADER,
    rows.map(({ cells }) => cells),
  );
  const before = await countTables(world.current);
  const importId = await sendAndCheck(world.current, office, bytes);
  const checked = await getImport(ctx, { importId });
  expect(checked).toMatchObject({ stage: 'checked', total: rows.length });
  expect(await ctx.db.person.count()).toBe(2);
  const stored = await ctx.db.importRow.findMany({ where: { importId } });
  const sameAs = new Map(stored.map((row) => [row.no, row.sameAs]));
  const whoOf = (no: number) => rows[no - FIRST]?.who;
  for (const [no, other] of sameAs) if (other !== null) expect(whoOf(no)).toBe(whoOf(other));
  const pairs = await allPairs(ctx, importId);
  const asked = new Set(pairs.map(({ row, other }) => `${row.rowNo} ${other.rowNo}`));
  const found = planted.filter(([one, two]) => {
    const [first, second] = [one + FIRST, two + FIRST];
    return sameAs.get(second) === first || asked.has(`${second} ${first}`);
  });
  expect(found.length / planted.length).toBeGreaterThanOrEqual(0.95);
  const decisions = pairs.map(({ id, row, other }) => ({
    pairId: id,
    decision: whoOf(row.rowNo ?? 0) === whoOf(other.rowNo ?? 0) ? ('same' as const) : ('other' as const),
  }));
  for (let at = 0; at < decisions.length; at += 100)
    await decidePairs(ctx, { importId, decisions: decisions.slice(at, at + 100) });
  const decided = await getImport(ctx, { importId });
  await confirmImport(ctx, { importId });
  await confirmImport(ctx, { importId });
  await drainJobs(world.current.services);
  const written = await getImport(ctx, { importId });
  expect(written.stage).toBe('written');
  expect(decided.pairs).toMatchObject({ undecided: 0, undecidedRows: 0, outRows: 0 });
  expect(written.result?.people).toBe(decided.verdicts.new - decided.pairs.sameRows);
  expect(await ctx.db.person.count()).toBeLessThanOrEqual(2 + people);
  const register = await searchRegister(ctx, { state: 'all' });
  expect(register.total).toBe(written.result?.awards);
  const after = await countTables(world.current);
  const again = await sendAndCheck(world.current, office, bytes);
  await confirmImport(ctx, { importId: again });
  await drainJobs(world.current.services);
  expect((await getImport(ctx, { importId: again })).result).toMatchObject({ people: 0, awards: 0 });
  expect(await undoImport(ctx, { importId: again })).toEqual({ isGone: false });
  await drainJobs(world.current.services);
  expect(await countTables(world.current)).toEqual(after);
  await undoImport(ctx, { importId });
  await drainJobs(world.current.services);
  expect(await countTables(world.current)).toEqual(before);
});
