import { createHash, verify, type X509Certificate } from 'node:crypto';
import forge from 'node-forge';

/**
 * What is wrong with the signature of a file: it has none; its bytes are not the signed ones, or not all of them are
 * signed; none of the given certificates signed it.
 */
export type SignatureFault = 'unsigned' | 'changed' | 'other-certificate';

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;

type Parts = { signed: Buffer; signature: Buffer };

/** The signed bytes and the signature in the hole between them, which has to be all that is not signed. */
function partsOf(pdf: Buffer): Parts | 'unsigned' | 'changed' {
  const last = [...pdf.toString('latin1').matchAll(BYTE_RANGE)].at(-1);
  if (!last) return 'unsigned';
  const [start = 0, length = 0, next = 0, rest = 0] = last.slice(1).map(Number);
  const hole = pdf.subarray(length, next).toString('latin1');
  if (start !== 0 || next + rest !== pdf.length || !/^<([0-9a-f]{2})+>$/i.test(hole)) return 'changed';
  const signed = Buffer.concat([pdf.subarray(0, length), pdf.subarray(next)]);
  return { signed, signature: Buffer.from(hole.slice(1, -1), 'hex') };
}

type Node = forge.asn1.Asn1;

const childrenOf = (node: Node | undefined): Node[] => (Array.isArray(node?.value) ? node.value : []);

/** The bytes of a node without children. */
const bytesOf = (node: Node | undefined): Buffer =>
  Buffer.from(typeof node?.value === 'string' ? node.value : '', 'binary');

const derOf = (node: Node): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'binary');

/** The one signer of a CMS message (RFC 5652, 5.3): signed attributes as a SET, as they were signed, and the signature. */
function signerOf(message: Buffer) {
  const { asn1, pki } = forge;
  // Zeros fill the hole up behind the message: a SEQUENCE with a length of two bytes.
  const length = message.readUInt16BE(0) === 0x3082 ? 4 + message.readUInt16BE(2) : 0;
  const root = asn1.fromDer(message.subarray(0, length).toString('binary'));
  const [signedData] = childrenOf(childrenOf(root)[1]);
  const [signer] = childrenOf(childrenOf(signedData).at(-1));
  const [, , , attributes, , signature] = childrenOf(signer);
  const digest = childrenOf(attributes).find(
    (attribute) =>
      asn1.derToOid(bytesOf(childrenOf(attribute)[0]).toString('binary')) === pki.oids.messageDigest,
  );
  const [value] = childrenOf(childrenOf(digest)[1]);
  const set = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, childrenOf(attributes));
  return { digest: bytesOf(value), attributes: derOf(set), signature: bytesOf(signature) };
}

function readSigner(message: Buffer): ReturnType<typeof signerOf> | null {
  try {
    return signerOf(message);
  } catch {
    return null;
  }
}

/** The first fault of the last signature of a PDF file; null when it is whole and one of the certificates signed it. */
export function signatureFault(pdf: Buffer, certificates: readonly X509Certificate[]): SignatureFault | null {
  const parts = partsOf(pdf);
  if (typeof parts === 'string') return parts;
  const signer = readSigner(parts.signature);
  if (!signer?.digest.equals(createHash('sha256').update(parts.signed).digest())) return 'changed';
  const { attributes, signature } = signer;
  const isBy = ({ publicKey }: X509Certificate) => verify('sha256', attributes, publicKey, signature);
  return certificates.some(isBy) ? null : 'other-certificate';
}
