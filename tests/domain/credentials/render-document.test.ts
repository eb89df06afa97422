import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { renderCertificate } from '~/domain/credentials/documents/render-certificate.server';
import { getDocument } from '~/domain/credentials/get-document.server';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { readSnapshot } from '~/domain/credentials/rules/snapshot';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { readCode } from '~/ui/islands/verify/read-code';
import { actorWith, useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { type CredentialWorld, openCredentialWorld } from './credential-world';
import { hasPoppler, textOf } from './documents/poppler';

const world = useWorld();
let house: CredentialWorld;
let holder: Actor;
let serial = '';
let credentialId = '';

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
  holder = await house.newPerson('Айгүл Досова');
  serial = (await house.issue(holder, { from: '2026-11-23', until: '2028-11-22' })).serial;
  credentialId = (await house.as(null).db.credential.findUniqueOrThrow({ where: { serial } })).id;
});

const stored = async (ctx: Ctx) => buffer(ctx.storage.read(`documents/${credentialId}.pdf`));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('before the job ran the certificate is in the making', async () => {
  await expect(getDocument(house.as(holder), { serial })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'credentials.document-in-making',
  });
});

test('the job stores the bytes and their hash; a second run changes nothing', async () => {
  const ctx = house.as(null);
  expect(await drainJobs(world.current.services)).toBeGreaterThan(0);
  const row = await ctx.db.credentialDocument.findUniqueOrThrow({ where: { credentialId } });
  const bytes = await stored(ctx);
  expect(row).toMatchObject({
    sha256: hash(bytes),
    bytes: bytes.length,
    storageKey: `documents/${credentialId}.pdf`,
  });
  world.current.clock.set('2027-05-05T05:05:05Z');
  await renderDocument(ctx, { credentialId });
  expect(await ctx.db.credentialDocument.findUniqueOrThrow({ where: { credentialId } })).toEqual(row);
});

test('a run killed between bytes and row is done again with the same bytes', async () => {
  const ctx = house.as(null);
  const before = await stored(ctx);
  await ctx.db.credentialDocument.delete({ where: { credentialId } });
  await Promise.all([renderDocument(ctx, { credentialId }), renderDocument(ctx, { credentialId })]);
  const row = await ctx.db.credentialDocument.findUniqueOrThrow({ where: { credentialId } });
  expect(row.sha256).toBe(hash(before));
  expect(hash(await stored(ctx))).toBe(hash(before));
});

test.runIf(hasPoppler)('the paper bears the address of its own check', async () => {
  const text = await textOf(await buffer(house.as(null).storage.read(`documents/${credentialId}.pdf`)));
  expect(text).toContain('Айгүл Досова');
  expect(text.replace(/\s/g, '')).toContain(`/v/${serial}`);
});

test('the code of the paper is signed once, whichever key signs later', async () => {
  const ctx = house.as(null);
  const before = await stored(ctx);
  const { address } = await ctx.db.credentialCode.findUniqueOrThrow({ where: { credentialId } });
  await ctx.keyring.rotate();
  await ctx.db.credentialDocument.delete({ where: { credentialId } });
  await renderDocument(ctx, { credentialId });
  expect(hash(await stored(ctx))).toBe(hash(before));
  const read = readCode(new URL(address).hash);
  expect(address).toContain(`/v/${serial}#`);
  expect(read?.code).toMatchObject({ serial, name: 'Latin 12', from: '2026-11-23', until: '2028-11-22' });
  const { code: { keyId = '' } = {}, body = new Uint8Array(), signature = body } = read ?? {};
  expect(await ctx.keyring.verify(keyId, body, signature)).toBe(true);
});

test('a document of the first template stays as it is, and is drawn again as it was', async () => {
  const ctx = house.as(null);
  const other = await house.issue(await house.newPerson('Old Paper'), {
    from: '2026-11-23',
    until: '2028-11-22',
  });
  const { id, snapshot } = await ctx.db.credential.update({
    where: { serial: other.serial },
    data: { templateVersion: 1 },
  });
  await renderDocument(ctx, { credentialId: id });
  const drawn = await renderCertificate({
    snapshot: readSnapshot(snapshot),
    languages: ['kk', 'ja'],
    verifyUrl: `${ctx.config.publicUrl}/v/${other.serial}`,
  });
  const row = await ctx.db.credentialDocument.findUniqueOrThrow({ where: { credentialId: id } });
  expect(row.sha256).toBe(hash(drawn));
  expect(await ctx.db.credentialCode.findUnique({ where: { credentialId: id } })).toBeNull();
  await ctx.db.credential.update({ where: { id }, data: { templateVersion: 3 } });
  await ctx.db.credentialDocument.delete({ where: { credentialId: id } });
  await expect(renderDocument(ctx, { credentialId: id })).rejects.toThrow('Template 3');
});

test('the holder and registrars in reach read it; for everybody else it does not exist', async () => {
  const registrar = (path: string) => actorWith(['registrar'], path);
  for (const actor of [holder, house.registrar, registrar('/kjf/'), registrar('/kjf/karaganda/')]) {
    expect(await getDocument(house.as(actor), { serial: serial.toLowerCase() })).toMatchObject({
      fileName: 'KJF-2026-000001.pdf',
      storageKey: `documents/${credentialId}.pdf`,
    });
  }
  const stranger = await house.newPerson('Stranger');
  for (const actor of [
    stranger,
    registrar('/jenys/'),
    registrar('/kjf/almaty/'),
    actorWith(['admin', 'observer'], '/kjf/'),
  ]) {
    await expect(getDocument(house.as(actor), { serial })).rejects.toMatchObject({ kind: 'not-found' });
  }
  await expect(getDocument(house.as(holder), { serial: '7K3M9QX2VD4PV' })).rejects.toMatchObject({
    kind: 'not-found',
  });
  await expect(getDocument(house.as(null), { serial })).rejects.toMatchObject({ kind: 'unauthenticated' });
  await expect(renderDocument(house.as(null), { credentialId: newId() })).rejects.toThrow('no credential');
});
