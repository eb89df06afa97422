import forge from 'node-forge';
import type { HeldCertificate } from './certificates.server';
import { nativeKey } from './native-key';

/** What the signature says of itself. */
export type SignatureWords = {
  /** What the paper is. */
  reason: string;
  /** Who issued it. */
  name: string;
  /** Where its check is found. */
  contact: string;
  at: Date;
};

/** A detached CMS message with the certificate (RFC 5652), DER. */
function messageOver(content: Buffer, { x509, key }: HeldCertificate, at: Date): Buffer {
  const { pki, pkcs7, util, asn1 } = forge;
  const { contentType = '', signingTime = '', messageDigest = '', data = '', sha256 = '' } = pki.oids;
  const message = pkcs7.createSignedData();
  message.content = util.createBuffer(content.toString('binary'));
  const certificate = pki.certificateFromPem(x509.toString());
  message.addCertificate(certificate);
  message.addSigner({
    key: nativeKey(key),
    certificate,
    digestAlgorithm: sha256,
    authenticatedAttributes: [
      { type: contentType, value: data },
      { type: signingTime, value: at.toISOString() },
      { type: messageDigest },
    ],
  });
  message.sign({ detached: true });
  return Buffer.from(asn1.toDer(message.toAsn1()).getBytes(), 'binary');
}

/** Some 20 MB that only a process which signs needs. */
async function loadLibraries() {
  const [{ PDFDocument }, { pdflibAddPlaceholder }, { Signer, SignPdf }] = await Promise.all([
    import('pdf-lib'),
    import('@signpdf/placeholder-pdf-lib'),
    import('@signpdf/signpdf'),
  ]);
  return { PDFDocument, pdflibAddPlaceholder, Signer, SignPdf };
}

/** A text for a string of the PDF: UTF-16 with its mark, a letter for each byte, the signs of its syntax escaped. */
function pdfText(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
  return bytes
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n');
}

/**
 * Signs all of a PDF file (adbe.pkcs7.detached, SHA-256), with nothing to be seen on the page. Text, tags, metadata and the
 * marks of PDF/A stay: the same objects are written anew, a field without extent is added, and viewers are asked to show
 * the title instead of the file's name.
 */
export async function signPdf(
  pdf: Uint8Array,
  held: HeldCertificate,
  { reason, name, contact, at }: SignatureWords,
): Promise<Buffer> {
  const { PDFDocument, pdflibAddPlaceholder, Signer, SignPdf } = await loadLibraries();
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
  pdflibAddPlaceholder({
    pdfDoc: document,
    reason: pdfText(reason),
    name: pdfText(name),
    contactInfo: pdfText(contact),
    location: '',
    signingTime: at,
  });
  const prepared = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  class CertificateSigner extends Signer {
    override sign = async (content: Buffer) => messageOver(content, held, at);
  }
  return new SignPdf().sign(prepared, new CertificateSigner());
}
