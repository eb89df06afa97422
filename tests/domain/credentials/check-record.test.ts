import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { checkIssued } from '~/domain/credentials/check-issued.server';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { rotateCertificate } from '~/domain/credentials/rotate-certificate.server';
import { STORED_ACT } from '~/domain/credentials/rules/chain-record';
import { snapshotHash } from '~/domain/credentials/rules/snapshot-hash';
import { recordAct } from '~/platform/audit/record-act.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { openPdfSigner } from '~/platform/pdf-signing/pdf-signer.server';
import { useWorld } from '../../support/database';
import { type CredentialWorld, openCredentialWorld } from './credential-world';

const world = useWorld();
let house: CredentialWorld;
let ctx: Ctx;
let [id, serial, number] = ['', '', ''];

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const PERIOD = { from: '2026-11-01', until: '2028-10-31' };

/** The award of the document as the office's confirmation records it. */
const recordAward = (award: { serial: string; sha256: string }) =>
  inTransaction(ctx, (tx) =>
    recordAct(tx, {
      act: 'applications.awarded',
      subject: { type: 'application', id: 'application-one' },
      detail: { before: 'proposed', after: 'awarded', ...award },
    }),
  );

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
  ctx = house.as(null);
  ({ serial, number } = await house.issue(await house.newPerson('Айгүл Досова'), PERIOD));
  const found = await ctx.db.credential.findUniqueOrThrow({ where: { serial } });
  id = found.id;
  await recordAward({ serial, sha256: snapshotHash(found.snapshot) });
});

const fault = async (on: Ctx = ctx) => (await checkIssued(on, { after: null, take: 10 })).fault;
const is = (problem: string) => ({ number, serial, problem });
const rowOf = () => ctx.db.credentialDocument.findUniqueOrThrow({ where: { credentialId: id } });

/** The fault while the change lasts. */
async function faultWhile(change: string, back: string) {
  await ctx.db.$executeRawUnsafe(change);
  const found = await fault();
  await ctx.db.$executeRawUnsafe(back);
  return found;
}

const rename = (name: string) =>
  `UPDATE credential SET snapshot = jsonb_set(snapshot, '{holder,display}', '"${name}"') WHERE id = '${id}'`;

test('another name in the snapshot is found by the act of the award, before the paper is drawn', async () => {
  expect(await faultWhile(rename('Айгүл Ержанова'), rename('Айгүл Досова'))).toEqual(is('snapshot-changed'));
  expect(await fault()).toBeNull();
});

test('and by the act of the stored file, when the detail of the award was erased', async () => {
  await renderDocument(ctx, { credentialId: id });
  await ctx.db.$executeRawUnsafe(`DELETE FROM audit_detail WHERE detail ->> 'after' = 'awarded'`);
  expect(await fault()).toBeNull();
  expect(await faultWhile(rename('Айгүл Ержанова'), rename('Айгүл Досова'))).toEqual(is('snapshot-changed'));
});

test('a file that was drawn and signed anew with its row is found by the first act, whatever is added later', async () => {
  const row = await rowOf();
  const before = await buffer(ctx.storage.read(row.storageKey));
  const words = { reason: 'x', name: 'x', contact: 'x', at: new Date('2026-12-01T00:00:00Z') };
  const { bytes } = await ctx.pdfSigner.sign(before, words);
  await ctx.storage.put(row.storageKey, bytes);
  const data = { sha256: sha256(bytes), bytes: bytes.length };
  await ctx.db.credentialDocument.update({ where: { credentialId: id }, data });
  expect(await fault()).toEqual(is('document-changed'));
  const { snapshot } = await ctx.db.credential.findUniqueOrThrow({ where: { id } });
  const detail = { serial, sha256: data.sha256, snapshot: snapshotHash(snapshot) };
  await inTransaction(ctx, (tx) =>
    recordAct(tx, { act: STORED_ACT, subject: { type: 'credential', id }, detail }),
  );
  expect(await fault()).toEqual(is('document-changed'));
  await ctx.storage.put(row.storageKey, before);
  await ctx.db.credentialDocument.update({ where: { credentialId: id }, data: row });
  expect(await fault()).toBeNull();
});

test('a document that was made to look old is not excused: its act names it', async () => {
  const unsigned = (certificate: string | null) =>
    `UPDATE credential_document SET certificate_id = ${certificate && `'${certificate}'`}, sha256 = '${'0'.repeat(64)}'`;
  const { certificateId, sha256: hash } = await rowOf();
  const back = `UPDATE credential_document SET certificate_id = '${certificateId}', sha256 = '${hash}'`;
  expect(await faultWhile(unsigned(null), back)).toEqual(is('document-changed'));
  const row = await rowOf();
  await ctx.db.credentialDocument.delete({ where: { credentialId: id } });
  expect(await fault()).toEqual(is('document-missing'));
  await ctx.db.credentialDocument.create({ data: row });
});

test('an erased detail of the stored file is named', async () => {
  const [first] = await ctx.db.auditEvent.findMany({ where: { act: STORED_ACT }, orderBy: { seq: 'asc' } });
  const detail = await ctx.db.auditDetail.delete({ where: { seq: first?.seq ?? 0n } });
  expect((await verifyChain(ctx.db)).finding).toBeNull();
  expect(await fault()).toEqual(is('record-missing'));
  await ctx.db.auditDetail.create({ data: { ...detail, detail: Object(detail.detail) } });
  expect(await fault()).toBeNull();
});

test('a certificate that this installation does not hold is named, and one that was rotated is held', async () => {
  const { id: subjectId } = await rotateCertificate(ctx);
  expect((await ctx.pdfSigner.certificates()).at(-1)?.id).toBe(subjectId);
  const act = 'credentials.certificate-rotated';
  expect(await ctx.db.auditEvent.count({ where: { act, subjectId } })).toBe(1);
  expect(await fault()).toBeNull();
  const folder = await mkdtemp(join(tmpdir(), 'shihan-certificates-'));
  const elsewhere = openPdfSigner(folder, 'elsewhere.example');
  expect(await fault({ ...ctx, pdfSigner: elsewhere })).toEqual(is('certificate-unknown'));
  await rm(folder, { recursive: true });
});

test('documents from before signatures have neither act nor certificate, and are whole', async () => {
  const old = await house.issue(await house.newPerson('Old Paper'), PERIOD);
  const { id: credentialId } = await ctx.db.credential.findUniqueOrThrow({ where: { serial: old.serial } });
  const bytes = Buffer.from('%PDF-1.7 unsigned');
  const storageKey = `documents/${credentialId}.pdf`;
  await ctx.storage.put(storageKey, bytes);
  const hash = sha256(bytes);
  const row = { credentialId, storageKey, sha256: hash, drawnSha256: hash, bytes: bytes.length };
  await ctx.db.credentialDocument.create({ data: { ...row, renderedAt: new Date() } });
  expect(await checkIssued(ctx, { after: null, take: 10 })).toMatchObject({
    ...{ checked: 2, waiting: 0, fault: null },
  });
});
