import { beforeAll, describe, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { withdrawApplication } from '~/domain/applications/withdraw-application.server';
import { confirmBatch } from '~/domain/batches/confirm-batch.server';
import { getBatch } from '~/domain/batches/get-batch.server';
import { prepareBatch } from '~/domain/batches/prepare-batch.server';
import { runBatch } from '~/domain/batches/run-batch.server';
import { checkIssued } from '~/domain/credentials/check-issued.server';
import { issueCredentials } from '~/domain/credentials/issue-credentials.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { type BatchWorld, openBatchWorld } from './batch-world';

const world = useWorld();
let house: BatchWorld;

const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);

beforeAll(async () => {
  house = await openBatchWorld(world.current);
});

const numbersOf = async () => {
  const rows = await house.as(null).db.credential.findMany({ select: { number: true, serial: true } });
  return {
    numbers: rows.map(({ number }) => number).sort(),
    serials: new Set(rows.map((row) => row.serial)),
  };
};

/** Every number once, from the first one on. */
async function expectWhole(): Promise<number> {
  const { numbers, serials } = await numbersOf();
  expect(numbers).toEqual(numbers.map((_, at) => `KJF-2026-${String(at + 1).padStart(6, '0')}`));
  expect(serials.size).toBe(numbers.length);
  expect((await verifyChain(house.as(null).db)).finding).toBeNull();
  expect((await checkIssued(house.as(null), { after: null, take: 500 })).fault).toBeNull();
  return numbers.length;
}

describe('one hundred and twenty', () => {
  let ids: string[] = [];
  let batchId = '';

  beforeAll(async () => {
    const ready = await house.applicants([...many(118, 'Жаттықтырушы'), '김 Иван'], 'coach-one');
    const early = await house.newPerson('Early');
    const { applicationId } = await applyForLevel(house.as(early), {
      ...{ level: 'coach-one', note: '', languages: ['ja', 'en'] },
    });
    ids = [...ready, applicationId];
  });

  test('a form sent twice is one list, in which nothing is done yet', async () => {
    const ctx = house.as(house.registrar);
    const order = { key: newId(), act: 'issue' as const, applicationIds: ids };
    const sent = await Promise.all([prepareBatch(ctx, order), prepareBatch(ctx, order)]);
    expect(sent[0]).toEqual(sent[1]);
    batchId = sent[0].batchId;
    const turned = { ...order, applicationIds: [...ids].reverse() };
    expect(await prepareBatch(ctx, turned)).toEqual({ batchId });
    const view = await getBatch(ctx, { batchId });
    expect(view).toMatchObject({ state: 'prepared', total: 120, pages: 3 });
    expect(view.counts).toMatchObject({ issued: 119, 'not-done': 1, proposed: 0 });
    expect(view.lines[0]).toMatchObject({
      displayName: 'Early',
      reason: {
        code: 'applications.not-ready',
        missing: [{ ref: 'course:safe' }, { ref: 'practical:one' }, { kind: 'component' }],
      },
    });
    expect((await numbersOf()).numbers).toEqual([]);
  });

  test('the set may change before it is done: 117 are issued, 3 are not, each with its reason', async () => {
    const { db } = house.as(null);
    const { personId } = await db.application.findUniqueOrThrow({ where: { id: ids[7] ?? '' } });
    const person = { ...house.registrar, personId, grants: [] };
    await withdrawApplication(house.as(person), { applicationId: ids[7] ?? '' });
    const ctx = house.as(house.registrar);
    const confirm = () => confirmBatch(ctx, { batchId, act: 'issue', note: '' });
    await Promise.all([confirm(), confirm(), confirm()]);
    const acts = await db.auditEvent.count({ where: { act: 'batches.confirmed' } });
    expect(acts).toBe(1);
    await runBatch(house.as(null), { batchId });
    const view = await getBatch(ctx, { batchId });
    expect(view.state).toBe('done');
    expect(view.counts).toMatchObject({ issued: 117, 'not-done': 3, waiting: 0 });
    expect(view.lines.slice(0, 4).map(({ reason, number }) => reason?.code ?? typeof number)).toEqual([
      'applications.already-decided',
      'credentials.letters-not-printable',
      'applications.not-ready',
      'string',
    ]);
    expect(view.archive).toEqual({ ready: 0, all: 234 });
    expect(await expectWhole()).toBe(117);
  });

  test('done again it is as it was', async () => {
    const before = await numbersOf();
    await confirmBatch(house.as(house.registrar), { batchId, act: 'issue', note: '' });
    await runBatch(house.as(null), { batchId });
    expect(await numbersOf()).toEqual(before);
  });
});

test('after «back» another choice or act is another list, although the form is the same', async () => {
  const ctx = house.as(house.registrar);
  const [one = '', other = ''] = await house.applicants(many(2, 'Back'), 'coach-one');
  const order = { key: newId(), act: 'issue' as const, applicationIds: [one, other] };
  const first = await prepareBatch(ctx, order);
  const fewer = await prepareBatch(ctx, { ...order, applicationIds: [other] });
  const refusal = await prepareBatch(ctx, { ...order, act: 'refuse' });
  expect(new Set([first, fewer, refusal].map(({ batchId }) => batchId)).size).toBe(3);
  const { lines } = await getBatch(ctx, fewer);
  expect(lines.map(({ applicationId }) => applicationId)).toEqual([other]);
});

test('a run that loses the database in the middle keeps what was done, and the rest is done once', async () => {
  const before = (await numbersOf()).numbers.length;
  const ids = await house.applicants(many(40, 'Killed'), 'coach-one');
  const batchId = await house.prepare(house.registrar, ids);
  await confirmBatch(house.as(house.registrar), { batchId, act: 'issue', note: '' });
  let calls = 0;
  const ctx = house.as(null, {
    async issueCredentials(tx, orders) {
      calls += 1;
      if (calls === 2) await tx.db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
      return issueCredentials(tx, orders);
    },
  });
  await runBatch(ctx, { batchId });
  const { counts } = await getBatch(house.as(house.registrar), { batchId });
  expect(counts).toMatchObject({ issued: 40, 'not-done': 0, waiting: 0 });
  expect(await expectWhole()).toBe(before + 40);
});

test('a second key is another person’s: the proposer is refused, the other confirms', async () => {
  const ids = await house.applicants(many(3, 'Two keys'), 'coach-two');
  const outcome = async (actor: typeof house.registrar) => {
    const batchId = await house.issue(actor, ids);
    const { lines } = await getBatch(house.as(actor), { batchId });
    return [...new Set(lines.map(({ outcome, reason }) => reason?.code ?? outcome))];
  };
  expect(await outcome(house.registrar)).toEqual(['proposed']);
  expect(await outcome(house.registrar)).toEqual(['applications.second-person']);
  expect(await outcome(house.secondRegistrar)).toEqual(['issued']);
  await expectWhole();
});

test('whoever was shown a proposal does not confirm what another proposed meanwhile', async () => {
  const ids = await house.applicants(many(2, 'Meanwhile'), 'coach-two');
  const batchId = await house.prepare(house.secondRegistrar, ids);
  await house.issue(house.registrar, ids);
  const ctx = house.as(house.secondRegistrar);
  const codes = async () => (await getBatch(ctx, { batchId })).lines.map(({ reason }) => reason?.code);
  expect(await codes()).toEqual(Array(2).fill('applications.already-proposed'));
  await confirmBatch(ctx, { batchId, act: 'issue', note: '' });
  await runBatch(house.as(null), { batchId });
  expect(await codes()).toEqual(Array(2).fill('applications.already-proposed'));
  await house.issue(house.secondRegistrar, ids);
  await expectWhole();
});

test('nobody else confirms it, strangers do not see it, and a role taken back stops it', async () => {
  const ids = await house.applicants(['Shy'], 'coach-one');
  const batchId = await house.prepare(house.registrar, ids);
  const confirm = { batchId, act: 'issue', note: '' } as const;
  await expect(confirmBatch(house.as(house.secondRegistrar), confirm)).rejects.toMatchObject({
    code: 'batches.not-found',
  });
  const grants = [{ ...house.registrar.grants[0], path: '/kjf/almaty/' }] as typeof house.registrar.grants;
  const elsewhere = await house.newPerson('Almaty', '/kjf/almaty/', grants);
  await confirmBatch(house.as(house.registrar), confirm);
  await expect(getBatch(house.as(elsewhere), { batchId })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(getBatch(house.as(null), { batchId })).rejects.toMatchObject({ kind: 'forbidden' });
  const late = house.as(null, { actorOfAccount: async () => ({ ...house.registrar, grants: [] }) });
  await runBatch(late, { batchId });
  const { lines } = await getBatch(house.as(house.secondRegistrar), { batchId });
  expect(lines[0]?.reason?.code).toBe('applications.not-a-registrar');
});
