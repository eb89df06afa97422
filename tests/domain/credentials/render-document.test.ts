import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { renderCertificate } from '~/domain/credentials/documents/render-certificate.server';
import { getDocument } from '~/domain/credentials/get-document.server';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { STORED_ACT } from '~/domain/credentials/rules/chain-record';
import { readSnapshot } from '~/domain/credentials/rules/snapshot';
import { snapshotHash } from '~/domain/credentials/rules/snapshot-hash';
import type { Actor } from '~/platform/actor';
import { listDocumentActs } from '~/platform/audit/list-document-acts.server';
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

const rowOf = (ctx: Ctx, id = credentialId) =>
  ctx.db.credentialDocument.findUniqueOrThrow({ where: { credentialId: id } });
const stored = async (ctx: Ctx, id = credentialId) =>
  buffer(ctx.storage.read((await rowOf(ctx, id)).storageKey));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('before the job ran the certificate is in the making', async () => {
  await expect(getDocument(house.as(holder), { serial })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'credentials.document-in-making',
  });
});

/** The paper of a credential as its template draws it, before it is signed. */
async function drawn(ctx: Ctx, id = credentialId): Promise<Uint8Array> {
  const { snapshot } = await ctx.db.credential.findUniqueOrThrow({ where: { id } });
  const code = await ctx.db.credentialCode.findUnique({ where: { credentialId: id } });
  const read = readSnapshot(snapshot);
  const verifyUrl = code?.address ?? `${ctx.config.publicUrl}/v/${read.serial}`;
  return renderCertificate({ snapshot: read, languages: ['kk', 'ja'], verifyUrl });
}

/** Those of the certificate; its card has its own. */
const storedActs = async (ctx: Ctx, id = credentialId) =>
  (await listDocumentActs(ctx.db, { type: 'credential', ids: [id] }, [])).filter(
    ({ act }) => act === STORED_ACT,
  );

test('the job stores the signed file, the hashes and the act; a second run changes nothing', async () => {
  const ctx = house.as(null);
  expect(await drainJobs(world.current.services)).toBeGreaterThan(0);
  const row = await rowOf(ctx);
  const bytes = await stored(ctx);
  const certificates = await ctx.pdfSigner.certificates();
  expect(row).toMatchObject({
    sha256: hash(bytes),
    bytes: bytes.length,
    drawnSha256: hash(await drawn(ctx)),
    certificateId: certificates[0]?.id,
  });
  expect(row.drawnSha256).not.toBe(row.sha256);
  expect(await ctx.pdfSigner.faultOf(bytes)).toBeNull();
  const { snapshot } = await ctx.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
  const detail = { serial, sha256: row.sha256, snapshot: snapshotHash(snapshot) };
  expect(await storedActs(ctx)).toMatchObject([{ act: 'credentials.document-stored', detail }]);
  world.current.clock.set('2027-05-05T05:05:05Z');
  await renderDocument(ctx, { credentialId });
  expect(await rowOf(ctx)).toEqual(row);
  expect(await storedActs(ctx)).toHaveLength(1);
});

test('a run killed between file and row is done again; of two at once one counts, with its own file', async () => {
  const other = await house.issue(await house.newPerson('Killed'), {
    from: '2026-11-23',
    until: '2028-11-22',
  });
  const ctx = house.as(null);
  const { id } = await ctx.db.credential.findUniqueOrThrow({ where: { serial: other.serial } });
  const failing: Ctx = {
    ...ctx,
    storage: {
      ...ctx.storage,
      put: async (key, content) => {
        await ctx.storage.put(key, content);
        throw new Error('killed');
      },
    },
  };
  await expect(renderDocument(failing, { credentialId: id })).rejects.toThrow('killed');
  const [left] = (await ctx.storage.list('documents')).filter((key) => key.includes(id));
  // Each run has its own moment, so that no two sign the same file.
  const runs = ['01', '02', '03'].map((hour) => {
    const clock = { ...ctx.clock, now: () => new Date(`2027-05-06T${hour}:00:00Z`) };
    return renderDocument({ ...ctx, clock }, { credentialId: id });
  });
  await Promise.all(runs);
  const row = await rowOf(ctx, id);
  expect(hash(await stored(ctx, id))).toBe(row.sha256);
  expect(row.drawnSha256).toBe(hash(await drawn(ctx, id)));
  expect(await storedActs(ctx, id)).toMatchObject([{ detail: { sha256: row.sha256 } }]);
  const kept = (await ctx.storage.list('documents')).filter((key) => key.includes(id));
  expect(kept.sort()).toEqual([left, row.storageKey].sort());
});

test.runIf(hasPoppler)('the paper bears the address of its own check', async () => {
  const text = await textOf(await stored(house.as(null)));
  expect(text).toContain('Айгүл Досова');
  expect(text.replace(/\s/g, '')).toContain(`/v/${serial}`);
});

test('the code of the paper is signed once, whichever key signs later', async () => {
  const ctx = house.as(null);
  const before = await rowOf(ctx);
  const { address } = await ctx.db.credentialCode.findUniqueOrThrow({ where: { credentialId } });
  await ctx.keyring.rotate();
  await ctx.db.credentialDocument.delete({ where: { credentialId } });
  await renderDocument(ctx, { credentialId });
  expect((await rowOf(ctx)).drawnSha256).toBe(before.drawnSha256);
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
  const { id } = await ctx.db.credential.update({
    where: { serial: other.serial },
    data: { templateVersion: 1 },
  });
  await renderDocument(ctx, { credentialId: id });
  expect((await rowOf(ctx, id)).drawnSha256).toBe(hash(await drawn(ctx, id)));
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
      storageKey: (await rowOf(house.as(null))).storageKey,
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
