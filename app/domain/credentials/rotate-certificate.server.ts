import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import type { SigningCertificate } from '~/platform/pdf-signing/pdf-signer.server';

/**
 * Makes a new certificate that signs documents from now on. The ones before it stay: what they signed stays valid. For
 * whoever may run commands where the keys lie.
 */
export async function rotateCertificate(ctx: Ctx): Promise<SigningCertificate> {
  const certificate = await ctx.pdfSigner.rotate();
  const { id, fingerprint } = certificate;
  await inTransaction(ctx, (tx) =>
    recordAct(tx, {
      act: 'credentials.certificate-rotated',
      subject: { type: 'certificate', id },
      detail: { fingerprint },
    }),
  );
  return certificate;
}
