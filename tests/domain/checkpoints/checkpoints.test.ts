import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareCheckpoints } from '~/domain/checkpoints/compare-checkpoints.server';
import { listCheckpoints } from '~/domain/checkpoints/list-checkpoints.server';
import { takeCheckpoints } from '~/domain/checkpoints/take-checkpoints.server';
import type { KeptFile } from '~/domain/checkpoints/types';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import type { Ctx } from '~/platform/context';
import { openKeyring } from '~/platform/keyring/keyring.server';
import { useWorld } from '../../support/database';
import { recordActs, rewriteDecision } from './rewritten-chain';

const world = useWorld();
const once = { isDaily: false };
/** Of base64. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A context whose partners have two keepers. */
function withKeepers(): Ctx {
  const ctx = world.current.ctx();
  const keepers = [
    { to: 'jenys@test.kz', lang: 'kk' as const },
    { to: 'judos@test.jp', lang: 'ja' as const },
  ];
  return { ...ctx, ports: { ...ctx.ports, checkpointReceivers: async () => keepers } };
}

/** The published files, oldest first, as somebody outside keeps them. */
async function keptFiles(): Promise<KeptFile[]> {
  const ctx = world.current.ctx();
  const { checkpoints } = await listCheckpoints(ctx, { before: null, take: 100 });
  const files = checkpoints.map(async ({ day, storageKey }) => ({
    name: `${day}.txt`,
    bytes: new Uint8Array(await buffer(ctx.storage.read(storageKey))),
  }));
  return (await Promise.all(files)).reverse();
}

const against = async (files: readonly KeptFile[], key: Uint8Array | null = null) =>
  compareCheckpoints(world.current.ctx(), { files, key });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shihan-kept-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing is published before the first act, and none for a day that is not over', async () => {
  expect(await takeCheckpoints(withKeepers(), once)).toBe(0);
  await recordActs(world.current, '2026-11-23T09:00:00Z', 4);
  world.current.clock.set('2026-11-23T18:59:00Z');
  expect(await takeCheckpoints(withKeepers(), once)).toBe(0);
});

test('a day has exactly one, however often it is asked for, and each keeper is mailed once in their language', async () => {
  world.current.clock.set('2026-11-23T19:05:00Z');
  const taken = await Promise.all(Array.from({ length: 5 }, () => takeCheckpoints(withKeepers(), once)));
  expect(taken.reduce((sum, one) => sum + one)).toBe(1);
  expect(await takeCheckpoints(withKeepers(), once)).toBe(0);
  const { checkpoints } = await listCheckpoints(world.current.ctx(), { before: null, take: 9 });
  expect(checkpoints).toMatchObject([{ day: '2026-11-23', first: 1n, last: 4n }]);
  expect(await world.current.services.storage.list('checkpoints/')).toEqual([checkpoints[0]?.storageKey]);
  const mails = await world.current.ctx().db.outboxMail.findMany({ orderBy: { to: 'desc' } });
  expect(mails.map(({ to, lang }) => [to, lang])).toEqual([
    ['judos@test.jp', 'ja'],
    ['jenys@test.kz', 'kk'],
  ]);
  expect(mails[0]?.subject).toBe('操作履歴のチェックポイント：2026年11月23日');
  expect(mails[1]?.text).toContain(checkpoints[0]?.sha256);
  expect(mails[1]?.text).toContain('/.well-known/checkpoints/2026-11-23');
});

test('days that were missed are made up for, each holds the rows since the one before', async () => {
  await recordActs(world.current, '2026-11-24T09:00:00Z', 3);
  await recordActs(world.current, '2026-11-26T09:00:00Z', 5);
  world.current.clock.set('2026-11-27T03:00:00Z');
  expect(await takeCheckpoints(withKeepers(), once)).toBe(3);
  const mails = await world.current.ctx().db.outboxMail.findMany();
  expect(mails.filter(({ text }) => text.includes('/2026-11-26'))).toHaveLength(2);
  expect(mails).toHaveLength(4);
  const { checkpoints, next } = await listCheckpoints(world.current.ctx(), { before: null, take: 3 });
  expect(checkpoints.map(({ day, first, last }) => [day, first, last])).toEqual([
    ['2026-11-26', 8n, 12n],
    ['2026-11-25', 8n, 7n],
    ['2026-11-24', 5n, 7n],
  ]);
  expect(next).toBe('2026-11-24');
  expect(await against(await keptFiles())).toMatchObject({ refused: [], difference: null });
});

test('the daily run calls for itself after the next midnight', async () => {
  await takeCheckpoints(withKeepers(), { isDaily: true });
  const rows = await world.current.services.database.pool.query(
    `SELECT start_after AS at, singleton_key AS key FROM pgboss.job WHERE name = 'checkpoints.take'`,
  );
  expect(rows.rows).toEqual([{ at: new Date('2026-11-27T19:05:00Z'), key: '2026-11-27' }]);
});

test('anybody can check a signature with openssl, as file-format.md says', async () => {
  const [file] = await keptFiles();
  writeFileSync(join(folder, 'file'), file?.bytes ?? '');
  const script = `
    sed '/^signature /d' file > body
    sed -n 's/^signature //p' file | openssl base64 -d -A > signature
    { echo '-----BEGIN PUBLIC KEY-----'; sed -n 's/^key /MCowBQYDK2VwAyEA/p' file; echo '-----END PUBLIC KEY-----'; } > key.pem
    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in body -sigfile signature`;
  const run = () => spawnSync('sh', ['-ec', script], { cwd: folder, encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('Verified Successfully') });
  writeFileSync(
    join(folder, 'file'),
    Buffer.from(file?.bytes ?? '')
      .toString()
      .replace('last 4', 'last 5'),
  );
  expect(run().status).not.toBe(0);
});

test('changed files, other keys and other installations are told apart', async () => {
  const [file] = await keptFiles();
  const bytes: Uint8Array = file?.bytes ?? new Uint8Array();
  const edited = (from: string, to: string) =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString().replace(from, to)));
  const why = async (changed: Uint8Array, key: Uint8Array | null = null) =>
    (await against([{ name: 'x', bytes: changed }], key)).refused.map((one) => one.why);
  expect(await why(edited('day 2026-11-23', 'day 2026-11-22'))).toEqual(['bad-signature']);
  expect(await why(bytes.subarray(0, bytes.length - 1))).toEqual(['no-checkpoint']);
  expect(await why(edited('last 4', 'last 3'))).toEqual(['no-checkpoint']);
  const spelled = Buffer.from(bytes).toString();
  for (const [end, line] of [
    ['==\n', /signature .*(.)==\n$/],
    ['=\n', /key .*(.)=\n/],
  ] as const) {
    const last = line.exec(spelled)?.[1] ?? '';
    const next = DIGITS[DIGITS.indexOf(last) + 1] ?? '';
    const written = spelled.replace(line, (whole) => whole.replace(`${last}${end}`, `${next}${end}`));
    expect(await why(new Uint8Array(Buffer.from(written)))).toEqual(['no-checkpoint']);
  }
  const stranger = await openKeyring(join(folder, 'other-keys')).signer();
  expect(await why(bytes, stranger.raw)).toEqual(['other-key']);
  const elsewhere = { ...world.current.ctx(), keyring: openKeyring(join(folder, 'other-keys')) };
  const answer = await compareCheckpoints(elsewhere, { files: [{ name: 'x', bytes }], key: null });
  expect(answer.refused).toMatchObject([{ why: 'unknown-key', site: 'http://127.0.0.1:3000' }]);
  const own = (await world.current.services.keyring.signer()).raw;
  expect(await compareCheckpoints(elsewhere, { files: [{ name: 'x', bytes }], key: own })).toMatchObject({
    refused: [],
    difference: null,
  });
});

test('a past decision changed and the whole chain recomputed: the chain is whole, the comparison names the row', async () => {
  const files = await keptFiles();
  await rewriteDecision(world.current, 6n);
  expect(await verifyChain(world.current.ctx().db)).toMatchObject({ rows: 12, finding: null });
  const first = { kind: 'row-differs', seq: 6n, now: { act: 'licensing.application-refused' } };
  expect((await against(files)).difference).toMatchObject({ ...first, day: '2026-11-24' });
  // Of all files only the last one was kept: those before are found by the hashes that it holds.
  expect((await against(files.slice(-1))).difference).toMatchObject({ ...first, day: '2026-11-24' });
  expect((await against(files.slice(0, 1))).difference).toBeNull();
});

test('without the files between, the last one says where the change lies at the latest', async () => {
  const files = await keptFiles();
  const { storage } = world.current.services;
  for (const key of await storage.list('checkpoints/'))
    if (key.includes('2026-11-24')) await storage.put(key, Buffer.from('another file'));
  expect((await against(files.slice(-1))).difference).toEqual({
    ...{ kind: 'earlier', day: '2026-11-25', upTo: 7n, missing: '2026-11-24' },
    file: expect.stringMatching(/^checkpoints.2026-11-25-/),
  });
  expect((await against([files[1], files[3]].flatMap((file) => file ?? []))).difference).toMatchObject({
    seq: 6n,
  });
});

test('a chain that does not continue what was published is not signed', async () => {
  const { db } = world.current.ctx();
  world.current.clock.set('2026-11-28T03:00:00Z');
  await expect(takeCheckpoints(withKeepers(), once)).rejects.toThrow('row 12 is not the one');
  const { hash } = await db.auditEvent.findUniqueOrThrow({ where: { seq: 12n } });
  const { checkpoints } = await listCheckpoints(world.current.ctx(), { before: null, take: 1 });
  await db.auditEvent.update({ where: { seq: 12n }, data: { hash: checkpoints[0]?.head ?? '' } });
  await recordActs(world.current, '2026-11-27T09:00:00Z', 1);
  world.current.clock.set('2026-11-28T03:00:00Z');
  await expect(takeCheckpoints(withKeepers(), once)).rejects.toThrow('row 13 does not continue');
  await db.auditEvent.update({ where: { seq: 12n }, data: { hash } });
});

test('a row taken out and a chain that was cut are told apart', async () => {
  const files = (await keptFiles()).filter(({ name }) => name === '2026-11-26.txt');
  const { db } = world.current.ctx();
  const first = (await keptFiles()).slice(0, 1);
  await db.auditEvent.delete({ where: { seq: 2n } });
  expect((await against(first)).difference).toMatchObject({ kind: 'row-missing', seq: 2n });
  await db.auditEvent.deleteMany({ where: { seq: { gt: 3n } } });
  await db.auditEvent.deleteMany({ where: { seq: { lt: 3n } } });
  expect((await against(files)).difference).toMatchObject({ kind: 'chain-ends', seq: 3n, last: 12n });
});
