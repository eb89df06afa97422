import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchPage } from '~/domain/batches/data/batches.server';
import { getBatch } from '~/domain/batches/get-batch.server';
import { openArchive } from '~/domain/batches/open-archive.server';
import { checkIssued } from '~/domain/credentials/check-issued.server';
import { getDocument } from '~/domain/credentials/get-document.server';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { Prisma } from '~/platform/db/client';
import type { Cast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { planOf, scansOf } from '../../support/many-holders';
import { type BatchWorld, openBatchWorld } from './batch-world';

const world = useWorld();
const folder = mkdtempSync(join(tmpdir(), 'shihan-archive-'));
const NAMES = ['Әлия Досова', '井上 康生', 'Иван <a:b>/../x', 'Әлия Досова'];
let house: BatchWorld;
let batchId = '';

const hasUnzip = ((): boolean => {
  try {
    execFileSync('unzip', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

beforeAll(async () => {
  house = await openBatchWorld(world.current);
  batchId = await house.issue(house.registrar, await house.applicants(NAMES, 'coach-one'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idsOf = async () =>
  (await house.as(null).db.credential.findMany({ orderBy: { number: 'asc' } })).map(({ id }) => id);

test('it is there when every certificate and card is made, and says how many are before', async () => {
  const ctx = house.as(house.registrar, {});
  const [first = '', ...others] = await idsOf();
  await renderDocument(house.as(null), { credentialId: first });
  expect((await getBatch(ctx, { batchId })).archive).toEqual({ ready: 1, all: 8 });
  await expect(openArchive(ctx, { batchId })).rejects.toMatchObject({
    code: 'batches.archive-in-making',
    extras: { params: { ready: 1, all: 8 } },
  });
  for (const credentialId of others) await renderDocument(house.as(null), { credentialId });
  for (const credentialId of [first, ...others])
    await renderDocument(house.as(null), { credentialId, form: 'card' });
  expect((await getBatch(ctx, { batchId })).archive).toEqual({ ready: 8, all: 8 });
});

test.runIf(hasUnzip)('another program opens it, with the names of every script and no double', async () => {
  const ctx = { ...house.as(house.registrar), lang: 'kk' as const };
  const archive = await openArchive(ctx, { batchId });
  expect(archive).toMatchObject({ name: 'certificates_2026-11-23_4.zip', documents: 4 });
  const file = join(folder, archive.name);
  await pipeline(archive.open(), createWriteStream(file));
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const listed = execFileSync('unzip', ['-Z1', file], { env, encoding: 'utf8' }).trim().split('\n');
  const numbers = (await house.as(null).db.credential.findMany()).map(({ number }) => number).sort();
  expect(new Set(listed).size).toBe(8);
  expect([...listed].sort()).toEqual(
    ['Карталар', 'Куәліктер']
      .flatMap((part) => numbers.map((number, at) => `${part}/${number} ${named(at)}.pdf`))
      .sort(),
  );
  expect(execFileSync('unzip', ['-t', file], { env, encoding: 'utf8' })).toContain('No errors detected');
  // Bit 11 of the general purpose flags: names are UTF-8, for Explorer too.
  const head = execFileSync('unzip', ['-Z', '-v', file], { env, encoding: 'utf8' });
  expect(head).toMatch(/file system or operating system of origin:\s+Unix/);
});

/** People are decided in the order of the batch, so that numbers follow its names. */
const named = (at: number) => (NAMES[at] ?? '').replace(/[<>:/]/g, ' ').replace(/\s+/g, ' ');

test('nobody out of reach takes it, and who took it is in the audit chain', async () => {
  const grants = [{ ...house.registrar.grants[0], path: '/kjf/almaty/' }] as typeof house.registrar.grants;
  const elsewhere = await house.newPerson('Almaty', '/kjf/almaty/', grants);
  await expect(openArchive(house.as(elsewhere), { batchId })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(openArchive(house.as(null), { batchId })).rejects.toMatchObject({ kind: 'forbidden' });
  await openArchive(house.as(house.secondRegistrar), { batchId });
  const { db } = house.as(null);
  const act = await db.auditEvent.findFirst({
    where: { act: 'batches.archive-taken' },
    orderBy: { seq: 'desc' },
  });
  expect(act).toMatchObject({ actorId: house.secondRegistrar.accountId, subjectId: batchId });
});

test('an end in the middle closes the file that is being read', async () => {
  const ctx = house.as(house.registrar);
  const opened: Readable[] = [];
  // A storage that has sent the beginning of a file and not yet the rest.
  const read = () => {
    const file = new Readable({ read: () => undefined });
    file.push('%PDF-');
    opened.push(file);
    return file;
  };
  const storage = { ...ctx.storage, read };
  const content = (await openArchive({ ...ctx, storage }, { batchId })).open();
  await once(content, 'readable');
  content.destroy();
  await expect.poll(() => opened.map(({ destroyed }) => destroyed)).toEqual([true]);
});

test('a card is kept for ever, and a change of its file is found; an old credential gets one when asked', async () => {
  const { db, storage } = house.as(null);
  expect((await checkIssued(house.as(null), { after: null, take: 9 })).fault).toBeNull();
  const [id = ''] = await idsOf();
  const card = await db.credentialCard.findUniqueOrThrow({ where: { credentialId: id } });
  await db.credentialCard.update({ where: { credentialId: id }, data: { sha256: '0'.repeat(64) } });
  const fault = async () => (await checkIssued(house.as(null), { after: null, take: 9 })).fault?.problem;
  expect(await fault()).toBe('document-changed');
  await db.credentialCard.delete({ where: { credentialId: id } });
  expect(await fault()).toBe('document-missing');
  await db.credentialCard.create({ data: card });
  expect(await storage.find(card.storageKey)).not.toBeNull();
  const { serial } = await db.credential.findUniqueOrThrow({ where: { id } });
  const asked = getDocument(house.as(house.registrar), { serial, form: 'card' });
  expect(await asked).toMatchObject({ storageKey: card.storageKey, fileName: 'KJF-2026-000001-card.pdf' });
  const waiting = () =>
    db.$queryRaw<{ n: number }[]>(Prisma.sql`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'credentials.render' AND singleton_key = ${`card:${id}`}`);
  const before = (await waiting())[0]?.n;
  await db.credentialCard.delete({ where: { credentialId: id } });
  await db.$executeRaw(Prisma.sql`DELETE FROM pgboss.job WHERE name = 'credentials.render'`);
  await expect(getDocument(house.as(house.registrar), { serial, form: 'card' })).rejects.toMatchObject({
    code: 'credentials.card-in-making',
  });
  expect([before, (await waiting())[0]?.n]).toEqual([1, 1]);
  expect((await verifyChain(db)).finding).toBeNull();
});

test('the list of batches reads the batches of one account by its index', async () => {
  const query = batchPage(house.registrar.accountId, null, 31);
  const plan = await planOf(house as unknown as Cast, query, { smallTablesToo: true });
  expect(scansOf(plan, 'batch').join()).toMatch(/Index|Bitmap/);
  expect(scansOf(plan, 'i').join()).toMatch(/Index|Bitmap/);
});
