import { createHash } from 'node:crypto';
import { isLang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { findCredential, findDocument, insertDocument } from './data/credentials.server';
import { CERTIFICATE_TEMPLATE_VERSION } from './documents/certificate-template';
import { renderCertificate } from './documents/render-certificate.server';
import type { RenderCredentialPayload } from './inputs';
import { paperLanguages } from './rules/paper-languages';

/**
 * Body of the job `credentials.render`: draws the certificate, stores the bytes, then the row that makes them the
 * issued ones. A second run changes nothing; a run that was killed before the row draws the same bytes again.
 */
export async function renderDocument(ctx: Ctx, { credentialId }: RenderCredentialPayload): Promise<void> {
  const credential = await findCredential(ctx.db, credentialId);
  if (!credential) throw new Error(`There is no credential ${credentialId}`);
  if (await findDocument(ctx.db, credentialId)) return;
  if (credential.templateVersion !== CERTIFICATE_TEMPLATE_VERSION) {
    throw new Error(`Template ${credential.templateVersion} of credential ${credentialId} is not here`);
  }
  const { snapshot } = credential;
  const bytes = await renderCertificate({
    snapshot,
    languages: paperLanguages(credential.languages.filter(isLang)),
    verifyUrl: `${ctx.config.publicUrl}/v/${snapshot.serial}`,
  });
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
