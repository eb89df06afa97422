import { createHash } from 'node:crypto';
import { isLang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { findCredential, type NewDocument, type StoredCredential } from './data/credentials.server';
import { hasSignedCode } from './documents/certificate-template';
import { FORMS, type PrintedForm } from './documents/forms.server';
import { signedAddress } from './documents/sign-code.server';
import { signatureWords } from './documents/signature-words';
import { type RenderCredentialInput, renderCredentialSchema } from './inputs';
import { STORED_SUBJECT, type StoredDetail } from './rules/chain-record';
import { paperLanguages } from './rules/paper-languages';
import { snapshotHash } from './rules/snapshot-hash';

const languagesOf = ({ languages }: StoredCredential) => paperLanguages(languages.filter(isLang));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The paper as its template draws it, for ever the same bytes. Throws for a template that is not here. */
async function drawPaper(ctx: Ctx, credential: StoredCredential, form: PrintedForm): Promise<Uint8Array> {
  const { id, snapshot, templateVersion } = credential;
  const isSigned = hasSignedCode(templateVersion);
  if (isSigned === null) throw new Error(`Template ${templateVersion} of credential ${id} is not here`);
  return form.draw({
    snapshot,
    languages: languagesOf(credential),
    verifyUrl: isSigned
      ? await signedAddress(ctx, credential)
      : `${ctx.config.publicUrl}/v/${snapshot.serial}`,
  });
}

/** Signs the drawn paper and stores the file, under a key that no other attempt has. */
async function storeSigned(ctx: Ctx, credential: StoredCredential, form: PrintedForm): Promise<NewDocument> {
  const drawn = await drawPaper(ctx, credential, form);
  const { id, snapshot } = credential;
  const renderedAt = ctx.clock.now();
  const { certificateId, bytes } = await ctx.pdfSigner.sign(drawn, {
    ...signatureWords(snapshot, languagesOf(credential)[0], form.titleIn),
    contact: `${ctx.config.publicUrl}/v/${snapshot.serial}`,
    at: renderedAt,
  });
  const sha256 = hashOf(bytes);
  const storageKey = `documents/${form.prefix}${id}-${sha256.slice(0, 16)}.pdf`;
  await ctx.storage.put(storageKey, bytes);
  const document = { credentialId: id, storageKey, sha256, bytes: bytes.byteLength };
  return { ...document, drawnSha256: hashOf(drawn), certificateId, renderedAt };
}

/** Row and act in one transaction; false when another attempt was first. */
const keepForm = (
  ctx: Ctx,
  { id, snapshot }: StoredCredential,
  { keep, act, row }: PrintedForm & { row: NewDocument },
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    if (!(await keep(tx, row))) return false;
    const { serial } = snapshot;
    const detail: StoredDetail = { serial, sha256: row.sha256, snapshot: snapshotHash(snapshot) };
    await recordAct(tx, { act, subject: { type: STORED_SUBJECT, id }, detail });
    return true;
  });

/**
 * Body of the job `credentials.render`: draws the certificate or the licence card, signs it, stores the file, then the row
 * that makes it the issued one, with its act in the audit chain; a certificate is followed by its card. A second run
 * changes nothing; a run that was killed before the row is done again, and of two at once the first row counts.
 */
export async function renderDocument(ctx: Ctx, input: RenderCredentialInput): Promise<void> {
  const { credentialId, form: name } = renderCredentialSchema.parse(input);
  const form = FORMS[name];
  const credential = await findCredential(ctx.db, credentialId);
  if (!credential) throw new Error(`There is no credential ${credentialId}`);
  if (await form.find(ctx, credentialId)) return;
  const row = await storeSigned(ctx, credential, form);
  if (await keepForm(ctx, credential, { ...form, row })) return;
  const kept = await form.find(ctx, credentialId);
  if (kept && kept.storageKey !== row.storageKey) await ctx.storage.remove(row.storageKey);
}
