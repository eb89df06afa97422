import { join } from 'node:path';
import {
  addCertificate,
  type HeldCertificate,
  readCertificates,
  type SigningCertificate,
} from './certificates.server';
import { type SignatureWords, signPdf } from './sign-pdf.server';
import { type SignatureFault, signatureFault } from './signature-fault';

export type { SigningCertificate } from './certificates.server';
export type { SignatureFault } from './signature-fault';

/** The keys and certificates that sign PDF files, from the first to the one in use. They live in `KEYS_DIR` only. */
export type PdfSigner = {
  /** Oldest first; the last one signs. Makes the first one when there is none. */
  certificates(): Promise<readonly SigningCertificate[]>;
  /** The file with a signature over all of it, by the newest certificate. Twice signed is not twice the same file. */
  sign(pdf: Uint8Array, words: SignatureWords): Promise<{ certificateId: string; bytes: Uint8Array }>;
  /** What is wrong with a file that was signed here; null when nothing is. */
  faultOf(pdf: Uint8Array): Promise<SignatureFault | null>;
  /** A new certificate that signs from now on; running processes take it up within a minute. */
  rotate(): Promise<SigningCertificate>;
};

const FRESH_MS = 60_000;

const shown = ({ id, fingerprint }: HeldCertificate): SigningCertificate => ({ id, fingerprint });

function newest(certificates: readonly HeldCertificate[]): HeldCertificate {
  const last = certificates.at(-1);
  if (!last) throw new Error('There is no certificate to sign with');
  return last;
}

/** Opens the certificates of `keysDir` (folder `documents`, mode 0700, files 0600). `site` is the host they name. */
export function openPdfSigner(keysDir: string, site: string): PdfSigner {
  const dir = join(keysDir, 'documents');
  let known: { at: number; held: readonly HeldCertificate[] } | null = null;

  async function load(): Promise<readonly HeldCertificate[]> {
    const held = await readCertificates(dir, site);
    known = { at: Date.now(), held };
    return held;
  }
  const current = async () => (known && Date.now() - known.at < FRESH_MS ? known.held : load());
  const x509s = (held: readonly HeldCertificate[]) => held.map(({ x509 }) => x509);

  return {
    certificates: async () => (await current()).map(shown),
    async sign(pdf, words) {
      const held = newest(await current());
      return { certificateId: held.id, bytes: new Uint8Array(await signPdf(pdf, held, words)) };
    },
    async faultOf(pdf) {
      const bytes = Buffer.from(pdf);
      const fault = signatureFault(bytes, x509s(await current()));
      return fault === 'other-certificate' ? signatureFault(bytes, x509s(await load())) : fault;
    },
    async rotate() {
      await load();
      await addCertificate(dir, site);
      return shown(newest(await load()));
    },
  };
}
