import { expect, test } from 'vitest';
import { recordAct } from '~/platform/audit/record-act.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { inTransaction } from '~/platform/context';
import { useWorld } from '../support/database';

const world = useWorld();

const act = (index: number) =>
  inTransaction(world.current.ctx(), (tx) =>
    recordAct(tx, {
      act: 'test.happened',
      subject: { type: 'thing', id: String(index) },
      detail: { index, name: 'Ғани' },
    }),
  );

test('twenty acts at once make one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => act(index)));
  expect(await verifyChain(world.current.ctx().db)).toMatchObject({
    rows: 20,
    finding: null,
    erasedDetails: 0,
  });
});

test('an erased detail breaks nothing', async () => {
  const { db } = world.current.ctx();
  await db.auditDetail.delete({ where: { seq: 3n } });
  expect(await verifyChain(db)).toMatchObject({ finding: null, erasedDetails: 1 });
});

test.each([
  ['an act', `UPDATE audit_event SET act = 'test.other' WHERE seq = 7`, { seq: 7n, problem: 'row-changed' }],
  [
    'a detail',
    `UPDATE audit_detail SET detail = '{"index": 99}' WHERE seq = 5`,
    { seq: 5n, problem: 'detail-changed' },
  ],
  [
    'a link',
    `UPDATE audit_event SET prev_hash = repeat('1', 64) WHERE seq = 4`,
    { seq: 4n, problem: 'link-broken' },
  ],
  ['a row taken out', 'DELETE FROM audit_event WHERE seq = 2', { seq: 2n, problem: 'row-missing' }],
])('the first broken row is named: %s', async (_what, sql, finding) => {
  const { db } = world.current.ctx();
  await db.$executeRawUnsafe(sql);
  expect((await verifyChain(db)).finding).toEqual(finding);
});

test('a rolled back act leaves no trace', async () => {
  const ctx = world.current.ctx();
  const before = await ctx.db.auditHead.findUnique({ where: { id: 1 } });
  await expect(
    inTransaction(ctx, async (tx) => {
      await recordAct(tx, { act: 'test.happened', subject: { type: 'thing', id: 'x' }, detail: {} });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await ctx.db.auditHead.findUnique({ where: { id: 1 } })).toEqual(before);
});
