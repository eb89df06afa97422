import {
  createHash,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { addNext, addNumbered, readNumbered } from '../keyring/numbered-files.server';
import { nativeKey } from './native-key';

/** The public half of a key that signs PDF files. It lies in every file that it signed. */
export type SigningCertificate = {
  /** First 8 characters of the SHA-256 of the certificate, base64url. */
  id: string;
  /** SHA-256 of the certificate as viewers show it: 'AB:CD:…'. */
  fingerprint: string;
};

/** A certificate with its key, as its file has both. */
export type HeldCertificate = SigningCertificate & { x509: X509Certificate; key: KeyObject };

const SUFFIX = '.pem';
const RSA_BITS = 3072;
const DAY_MS = 86_400_000;

/**
 * No end that anybody expects (RFC 5280, 4.1.2.5). Files are signed without a time stamp of a third party, so readers
 * compare the certificate with the day on which they look: one that ends would make every paper doubtful on its last day.
 */
const NEVER = new Date('9999-12-31T23:59:59Z');

const blockOf = (pem: string, name: string): string =>
  new RegExp(`-----BEGIN ${name}-----[^-]+-----END ${name}-----`).exec(pem)?.[0] ?? '';

function openFile(pem: string, path: string): HeldCertificate {
  try {
    const x509 = new X509Certificate(blockOf(pem, 'CERTIFICATE'));
    const key = createPrivateKey(blockOf(pem, 'PRIVATE KEY'));
    if (!x509.checkPrivateKey(key)) throw new Error('Key and certificate are not of one pair');
    const id = createHash('sha256').update(x509.raw).digest('base64url').slice(0, 8);
    return { id, fingerprint: x509.fingerprint256, x509, key };
  } catch (error) {
    throw new Error(`The key file ${path} is damaged: restore it from a backup`, { cause: error });
  }
}

/** Self-made, for signatures on documents alone. It names the site, nobody else. */
async function makeFile(site: string): Promise<string> {
  const { pki, md } = forge;
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS });
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  // A serial number is positive: its first bit is 0.
  certificate.serialNumber = `4f${randomBytes(15).toString('hex')}`;
  // Clocks of readers may be behind ours.
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = NEVER;
  const name = site.slice(0, 64);
  const subject = [
    { name: 'organizationName', value: name },
    { name: 'commonName', value: name },
  ];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(nativeKey(privateKey), md.sha256.create());
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return `${pki.certificateToPem(certificate).replace(/\r/g, '').trim()}\n${key.trim()}\n`;
}

const listCertificates = async (dir: string): Promise<HeldCertificate[]> =>
  (await readNumbered(dir, SUFFIX)).map(({ path, bytes }) => openFile(bytes.toString('latin1'), path));

/** Writes a new key with its certificate, whole or not at all, which is the newest from then on. */
export const addCertificate = async (dir: string, site: string): Promise<void> =>
  addNext(dir, SUFFIX, await makeFile(site));

/** All certificates, oldest first; the first one is made when there is none. */
export async function readCertificates(dir: string, site: string): Promise<HeldCertificate[]> {
  const found = await listCertificates(dir);
  if (found.length > 0) return found;
  await addNumbered(dir, { no: 1, suffix: SUFFIX }, await makeFile(site));
  return listCertificates(dir);
}
