import { createHash, createPublicKey, verify } from 'node:crypto';
import { isLocalDate } from '~/platform/local-date';
import type { CheckpointContent, SignedCheckpoint } from '../types';

/** The first line of every file. */
export const FORMAT = 'shihan-checkpoint 1';

const SIGNATURE = 'signature ';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** First 8 characters of the SHA-256 of the raw public key, base64url: the name that the keyring gives to it. */
const keyIdOf = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('base64url').slice(0, 8);

/** The lines that are signed, each with its line break. */
export function signedPart(content: CheckpointContent, key: Uint8Array): Buffer {
  const { previous } = content;
  const lines = [
    FORMAT,
    `site ${content.site}`,
    `day ${content.day}`,
    `made ${content.madeAt.toISOString()}`,
    `previous ${previous ? `${previous.day} ${previous.sha256}` : 'none'}`,
    `first ${content.first}`,
    `last ${content.last}`,
    `before ${content.before}`,
    `head ${content.head}`,
    ...content.hashes,
    `key ${Buffer.from(key).toString('base64')}`,
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** The bytes that `text` stands for; null when they are written in another way than base64 is. */
function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}

/** The whole file, and the SHA-256 of its bytes. */
export function signedFile(part: Buffer, signature: Uint8Array): { bytes: Buffer; sha256: string } {
  const end = `${SIGNATURE}${Buffer.from(signature).toString('base64')}\n`;
  const bytes = Buffer.concat([part, Buffer.from(end)]);
  return { bytes, sha256: sha256(bytes) };
}

/** SHA-256 of the lines that are signed: of one content, whatever its signature. */
export function signedDigest(bytes: Uint8Array): string {
  return sha256(bytes.subarray(0, Buffer.from(bytes).lastIndexOf(`\n${SIGNATURE}`) + 1));
}

/** Whether the signature of a file is that of the key it names. */
export function isSigned(bytes: Uint8Array, key: Uint8Array): boolean {
  const end = Buffer.from(bytes).lastIndexOf(`\n${SIGNATURE}`) + 1;
  const signature = Buffer.from(Buffer.from(bytes.subarray(end + SIGNATURE.length)).toString(), 'base64');
  const x = Buffer.from(key).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return end > 0 && verify(null, bytes.subarray(0, end), publicKey, signature);
}

const HASH = /^[0-9a-f]{64}$/;
const HEAD: readonly [name: string, value: RegExp][] = [
  ['site', /^https?:\/\/\S+$/],
  ['day', /^\d{4}-\d{2}-\d{2}$/],
  ['made', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/],
  ['previous', /^(none|\d{4}-\d{2}-\d{2} [0-9a-f]{64})$/],
  ['first', /^[1-9]\d{0,17}$/],
  ['last', /^\d{1,18}$/],
  ['before', HASH],
  ['head', HASH],
];
const KEY = /^key ([A-Za-z0-9+/]{43}=)$/;
const END = /^signature ([A-Za-z0-9+/]{86}==)$/;

function readHead(lines: readonly string[]): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const [index, [name, value]] of HEAD.entries()) {
    const line = lines[index + 1] ?? '';
    const text = line.slice(name.length + 1);
    if (!line.startsWith(`${name} `) || !value.test(text)) return null;
    found[name] = text;
  }
  return found;
}

/** What the lines between head and key must add up to. */
function fits({ first, last, before, head, hashes }: CheckpointContent): boolean {
  if (BigInt(hashes.length) !== last - first + 1n || !hashes.every((hash) => HASH.test(hash))) return false;
  return (hashes.at(-1) ?? before) === head;
}

/** Reads a file strictly; null when it is no checkpoint. The signature is not looked at. */
export function readCheckpoint(bytes: Uint8Array): SignedCheckpoint | null {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const head = readHead(lines);
  const raw = fromBase64(KEY.exec(lines.at(-3) ?? '')?.[1] ?? '');
  const signature = fromBase64(END.exec(lines.at(-2) ?? '')?.[1] ?? '');
  if (lines[0] !== FORMAT || lines.at(-1) !== '' || !head || !raw?.length || !signature?.length) return null;
  const [previousDay = '', previousHash = ''] = (head.previous ?? '').split(' ');
  const content: CheckpointContent = {
    site: head.site ?? '',
    day: head.day ?? '',
    madeAt: new Date(head.made ?? ''),
    previous: previousHash ? { day: previousDay, sha256: previousHash } : null,
    first: BigInt(head.first ?? ''),
    last: BigInt(head.last ?? ''),
    before: head.before ?? '',
    head: head.head ?? '',
    hashes: lines.slice(HEAD.length + 1, -3),
  };
  if (!fits(content) || !isLocalDate(content.day) || Number.isNaN(content.madeAt.getTime())) return null;
  return { ...content, key: raw, keyId: keyIdOf(raw), sha256: sha256(bytes) };
}
