import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Refusal } from './refusal';

export type Keys = { accessKeyId: string; secretAccessKey: string; region: string };

type Signed = { method: string; target: string; headers: IncomingHttpHeaders; body: Buffer };

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/** As RFC 3986 wants it, which is stricter than encodeURIComponent. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalQuery(query: string): string {
  const pairs = query === '' ? [] : query.split('&');
  return pairs
    .map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return `${encoded(decodeURIComponent(name))}=${encoded(decodeURIComponent(value))}`;
    })
    .sort()
    .join('&');
}

function canonicalRequest({ method, target, headers }: Signed, names: string[]): string {
  const [path = '', query = ''] = target.split('?');
  const canonicalPath = path
    .split('/')
    .map((step) => encoded(decodeURIComponent(step)))
    .join('/');
  const lines = names.map(
    (name) =>
      `${name}:${String(headers[name] ?? '')
        .trim()
        .replace(/\s+/g, ' ')}\n`,
  );
  const hash = String(headers['x-amz-content-sha256']);
  return [method, canonicalPath, canonicalQuery(query), lines.join(''), names.join(';'), hash].join('\n');
}

const shape =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

/** Milliseconds by which the clocks may differ. */
const skew = 15 * 60_000;

function momentOf(date: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Signature version 4 of a request, computed anew; the content must be the signed one, too. Throws S3Refusal. */
export function verify(request: Signed, keys: Keys): void {
  const { headers, body } = request;
  const [, keyId, day = '', region = '', signed = '', signature] =
    shape.exec(headers.authorization ?? '') ?? [];
  if (!signature) throw new S3Refusal(403, 'AccessDenied');
  if (keyId !== keys.accessKeyId) throw new S3Refusal(403, 'InvalidAccessKeyId');
  if (region !== keys.region) throw new S3Refusal(400, 'AuthorizationHeaderMalformed');
  const date = String(headers['x-amz-date']);
  const isNow = Math.abs(Date.now() - momentOf(date)) < skew && date.startsWith(day);
  if (!isNow) throw new S3Refusal(403, 'RequestTimeTooSkewed');
  const names = signed.split(';');
  const wanted = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'));
  if (wanted.some((name) => !names.includes(name))) throw new S3Refusal(403, 'AccessDenied');
  if (headers['x-amz-content-sha256'] !== sha256(body)) throw new S3Refusal(400, 'XAmzContentSHA256Mismatch');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest(request, names))].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (above, step) => hmac(above, step),
    `AWS4${keys.secretAccessKey}`,
  );
  if (hmac(key, text).toString('hex') !== signature) throw new S3Refusal(403, 'SignatureDoesNotMatch');
}
