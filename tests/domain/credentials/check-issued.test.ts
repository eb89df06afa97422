import { beforeAll, expect, test } from 'vitest';
import { checkIssued } from '~/domain/credentials/check-issued.server';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { snapshotHash } from '~/domain/credentials/rules/snapshot-hash';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { useWorld } from '../../support/database';
import { type CredentialWorld, openCredentialWorld } from './credential-world';

const world = useWorld();
let house: CredentialWorld;
let ctx: Ctx;

async function issue(name: string): Promise<{ id: string; number: string; serial: string }> {
  const { serial } = await house.issue(await house.newPerson(name), {
    from: '2026-11-01',
    until: '2028-10-31',
  });
  const { id, number } = await ctx.db.credential.findUniqueOrThrow({ where: { serial } });
  return { id, number, serial };
}

let issued: Awaited<ReturnType<typeof issue>>[];

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
  ctx = house.as(null);
  issued = [await issue('Айгүл Досова'), await issue('佐藤 健'), await issue('Ержан Серік')];
  for (const { id } of issued.slice(0, 2)) await renderDocument(ctx, { credentialId: id });
});

const check = (after: string | null = null, take = 10) => checkIssued(ctx, { after, take });

/** The fault while a statement holds, which is taken back afterwards. */
async function faultWhile(change: string, back: string) {
  await ctx.db.$executeRawUnsafe(change);
  const { fault } = await check();
  await ctx.db.$executeRawUnsafe(back);
  return fault;
}

test('whole documents are counted page by page; those being drawn are no fault', async () => {
  expect(await check()).toEqual({ checked: 3, waiting: 1, fault: null, next: null });
  const first = await check(null, 2);
  expect(first).toEqual({ checked: 2, waiting: 0, fault: null, next: issued[1]?.id });
  expect(await check(first.next, 2)).toEqual({ checked: 1, waiting: 1, fault: null, next: null });
});

test('bytes that were changed, cut or lost are named', async () => {
  const { number = '', serial = '', id } = issued[1] ?? {};
  const { storageKey: key } = await ctx.db.credentialDocument.findUniqueOrThrow({
    where: { credentialId: id ?? '' },
  });
  const chunks: Buffer[] = [];
  for await (const chunk of ctx.storage.read(key)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(900) ^ 1, 900);
  const document = { number, serial, problem: 'document-changed' };
  await ctx.storage.put(key, changed);
  expect((await check()).fault).toEqual(document);
  await ctx.storage.put(key, bytes.subarray(1));
  expect((await check()).fault).toEqual(document);
  await ctx.storage.remove(key);
  expect((await check()).fault).toEqual({ ...document, problem: 'document-missing' });
  await ctx.storage.put(key, bytes);
  expect((await check()).fault).toBeNull();
});

test('a snapshot that is no other than its columns say', async () => {
  const { number = '', serial = '', id } = issued[0] ?? {};
  const at = (set: string) => `UPDATE credential SET ${set} WHERE id = '${id}'`;
  const name = (value: string) => at(`snapshot = jsonb_set(snapshot, '{number}', '"${value}"')`);
  expect(await faultWhile(name('KJF-2026-000009'), name(number))).toMatchObject({
    ...{ serial, problem: 'number-differs' },
  });
  const other = at(`serial = '0000000000000'`);
  expect(await faultWhile(other, at(`serial = '${serial}'`))).toMatchObject({ problem: 'serial-differs' });
  const born = at(`snapshot = snapshot || '{"born": "1990-01-01"}'`);
  expect(await faultWhile(born, at(`snapshot = snapshot - 'born'`))).toMatchObject({
    ...{ number, problem: 'snapshot-unreadable' },
  });
});

test('gaps, doubles and a counter that stands elsewhere are named by the first number after them', async () => {
  const last = issued[2];
  const both = (number: string) =>
    `UPDATE credential SET number = '${number}', snapshot = jsonb_set(snapshot, '{number}', '"${number}"') WHERE id = '${last?.id}'`;
  const back = both(last?.number ?? '');
  const fault = { serial: last?.serial, problem: 'number-out-of-row' };
  expect(await faultWhile(both('KJF-2026-000004'), back)).toEqual({ ...fault, number: 'KJF-2026-000004' });
  expect(await faultWhile(both('OLD-2026-000002'), back)).toMatchObject({ problem: 'number-out-of-row' });
  expect(await faultWhile(both('KJF-2026'), back)).toEqual({ ...fault, number: 'KJF-2026' });
  const counter = (no: number) => `UPDATE number_counter SET last = ${no} WHERE year = 2026`;
  expect(await faultWhile(counter(4), counter(3))).toEqual({ ...fault, number: 'KJF-2026-000003' });
  expect((await check()).fault).toBeNull();
});

/** The award of a document as the office's confirmation records it. */
async function recordAward(credentialId: string | undefined) {
  const { serial, snapshot } = await ctx.db.credential.findUniqueOrThrow({
    where: { id: credentialId ?? '' },
  });
  await inTransaction(ctx, (tx) =>
    recordAct(tx, {
      act: 'applications.awarded',
      subject: { type: 'application', id: `of-${serial}` },
      detail: { before: 'proposed', after: 'awarded', serial, sha256: snapshotHash(snapshot) },
    }),
  );
}

test('a document with the next number that no act issued is found, also when it is drawn and signed', async () => {
  const [, recorded, added] = issued;
  await recordAward(recorded?.id);
  const fault = { number: added?.number, serial: added?.serial, problem: 'never-issued' };
  expect((await check()).fault).toEqual(fault);
  await renderDocument(ctx, { credentialId: added?.id ?? '' });
  expect((await check()).fault).toEqual(fault);
  expect((await check(recorded?.id)).fault).toEqual(fault);
  const { qualificationId } = await ctx.db.credential.findUniqueOrThrow({ where: { id: added?.id ?? '' } });
  const correct = (id: string) =>
    inTransaction(ctx, (tx) =>
      recordAct(tx, {
        act: 'sanctions.correct',
        subject: { type: 'qualification', id },
        detail: { numbers: [added?.number ?? ''] },
      }),
    );
  await correct(qualificationId.replace(/.$/, (end) => (end === '0' ? '1' : '0')));
  expect((await check()).fault).toEqual(fault);
  await correct(qualificationId);
  expect(await check()).toMatchObject({ checked: 3, fault: null });
});
