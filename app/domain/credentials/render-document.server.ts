import { createHash } from 'node:crypto';
import { isLang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import {
  findCredential,
  findDocument,
  insertDocument,
  type NewDocument,
  type StoredCredential,
} from './data/credentials.server';
import { hasSignedCode } from './documents/certificate-template';
import { renderCertificate } from './documents/render-certificate.server';
import { signedAddress } from './documents/sign-code.server';
import { signatureWords } from './documents/signature-words';
import type { RenderCredentialPayload } from './inputs';
import { STORED_ACT, STORED_SUBJECT, type StoredDetail } from './rules/chain-record';
import { paperLanguages } from './rules/paper-languages';
import { snapshotHash } from './rules/snapshot-hash';

const languagesOf = ({ languages }: StoredCredential) => paperLanguages(languages.filter(isLang));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The paper as its template draws it, for ever the same bytes. Throws for a template that is not here. */
async function drawPaper(ctx: Ctx, credential: StoredCredential): Promise<Uint8Array> {
  const { id, snapshot, templateVersion } = credential;
  const isSigned = hasSignedCode(templateVersion);
  if (isSigned === null) throw new Error(`Template ${templateVersion} of credential ${id} is not here`);
  return renderCertificate({
    snapshot,
    languages: languagesOf(credential),
    verifyUrl: isSigned
      ? await signedAddress(ctx, credential)
      : `${ctx.config.publicUrl}/v/${snapshot.serial}`,
  });
}

/** Signs the drawn paper and stores the file, under a key that no other attempt has. */
async function storeSigned(ctx: Ctx, credential: StoredCredential, drawn: Uint8Array): Promise<NewDocument> {
  const { id, snapshot } = credential;
  const renderedAt = ctx.clock.now();
  const { certificateId, bytes } = await ctx.pdfSigner.sign(drawn, {
    ...signatureWords(snapshot, languagesOf(credential)[0]),
    contact: `${ctx.config.publicUrl}/v/${snapshot.serial}`,
    at: renderedAt,
  });
  const sha256 = hashOf(bytes);
  const storageKey = `documents/${id}-${sha256.slice(0, 16)}.pdf`;
  await ctx.storage.put(storageKey, bytes);
  const document = { credentialId: id, storageKey, sha256, bytes: bytes.byteLength };
  return { ...document, drawnSha256: hashOf(drawn), certificateId, renderedAt };
}

/** Row and act in one transaction; false when another attempt was first. */
const keepDocument = (ctx: Ctx, { id, snapshot }: StoredCredential, row: NewDocument): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    if (!(await insertDocument(tx.db, row))) return false;
    const { serial } = snapshot;
    const detail: StoredDetail = { serial, sha256: row.sha256, snapshot: snapshotHash(snapshot) };
    await recordAct(tx, { act: STORED_ACT, subject: { type: STORED_SUBJECT, id }, detail });
    return true;
  });

/**
 * Body of the job `credentials.render`: draws the certificate, signs it, stores the file, then the row that makes it the
 * issued one, with its act in the audit chain. A second run changes nothing; a run that was killed before the row is done
 * again, and of two at once the first row counts.
 */
export async function renderDocument(ctx: Ctx, { credentialId }: RenderCredentialPayload): Promise<void> {
  const credential = await findCredential(ctx.db, credentialId);
  if (!credential) throw new Error(`There is no credential ${credentialId}`);
  if (await findDocument(ctx.db, credentialId)) return;
  const made = await storeSigned(ctx, credential, await drawPaper(ctx, credential));
  if (await keepDocument(ctx, credential, made)) return;
  const kept = await findDocument(ctx.db, credentialId);
  if (kept && kept.storageKey !== made.storageKey) await ctx.storage.remove(made.storageKey);
}
