import { createHash } from 'node:crypto';
import { isLang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import {
  findCredential,
  findDocument,
  insertDocument,
  type StoredCredential,
} from './data/credentials.server';
import { hasSignedCode } from './documents/certificate-template';
import { renderCertificate } from './documents/render-certificate.server';
import { signedAddress } from './documents/sign-code.server';
import type { RenderCredentialPayload } from './inputs';
import { paperLanguages } from './rules/paper-languages';

/** The paper as its template draws it, for ever the same bytes. Throws for a template that is not here. */
async function drawPaper(ctx: Ctx, credential: StoredCredential): Promise<Uint8Array> {
  const { id, snapshot, templateVersion } = credential;
  const isSigned = hasSignedCode(templateVersion);
  if (isSigned === null) throw new Error(`Template ${templateVersion} of credential ${id} is not here`);
  return renderCertificate({
    snapshot,
    languages: paperLanguages(credential.languages.filter(isLang)),
    verifyUrl: isSigned
      ? await signedAddress(ctx, credential)
      : `${ctx.config.publicUrl}/v/${snapshot.serial}`,
  });
}

/**
 * Body of the job `credentials.render`: draws the certificate, stores the bytes, then the row that makes them the
 * issued ones. A second run changes nothing; a run that was killed before the row draws the same bytes again.
 */
export async function renderDocument(ctx: Ctx, { credentialId }: RenderCredentialPayload): Promise<void> {
  const credential = await findCredential(ctx.db, credentialId);
  if (!credential) throw new Error(`There is no credential ${credentialId}`);
  if (await findDocument(ctx.db, credentialId)) return;
  const bytes = await drawPaper(ctx, credential);
  const storageKey = `documents/${credentialId}.pdf`;
  await ctx.storage.put(storageKey, bytes);
  await insertDocument(ctx.db, {
    credentialId,
    storageKey,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    renderedAt: ctx.clock.now(),
  });
}
