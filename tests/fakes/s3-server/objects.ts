import { createHash } from 'node:crypto';
import type { Asked } from './operations';
import { elements, type S3Answer, S3Refusal, xml } from './refusal';
import type { StoredObject } from './store';

function headersOf({ content, etag, modified }: StoredObject): Record<string, string> {
  return {
    etag,
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'content-length': String(content.length),
    'last-modified': modified.toUTCString(),
  };
}

function found({ store, key, headers }: Asked): StoredObject {
  const object = store.objects.get(key);
  if (!object) throw new S3Refusal(404, 'NoSuchKey');
  const condition = headers['if-match'];
  if (condition !== undefined && condition !== object.etag) throw new S3Refusal(412, 'PreconditionFailed');
  return object;
}

export const headObject = (asked: Asked): S3Answer => ({ status: 200, headers: headersOf(found(asked)) });

export function getObject(asked: Asked): S3Answer {
  const object = found(asked);
  const { content } = object;
  const wanted = asked.headers.range;
  if (wanted === undefined) return { status: 200, headers: headersOf(object), body: content };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(wanted) ?? [];
  if (first === undefined) throw new S3Refusal(400, 'InvalidArgument');
  const [start, end] = [
    Number(first),
    last ? Math.min(Number(last), content.length - 1) : content.length - 1,
  ];
  if (start >= content.length || end < start) throw new S3Refusal(416, 'InvalidRange');
  const body = content.subarray(start, end + 1);
  return {
    status: 206,
    headers: {
      ...headersOf(object),
      'content-length': String(body.length),
      'content-range': `bytes ${start}-${end}/${content.length}`,
    },
    body,
  };
}

export function putObject({ store, key, body }: Asked): S3Answer {
  return { status: 200, headers: { etag: store.put(key, body).etag } };
}

export function deleteObject({ store, key }: Asked): S3Answer {
  store.objects.delete(key);
  return { status: 204 };
}

/** The one request whose content must be proved a second time; of services besides AWS some take Content-MD5 only. */
function requireChecksum({ headers, body }: Asked): void {
  const sent = headers['content-md5'];
  if (sent === undefined) throw new S3Refusal(400, 'MissingContentMD5');
  if (sent !== createHash('md5').update(body).digest('base64')) throw new S3Refusal(400, 'BadDigest');
  if (Object.keys(headers).some((name) => /^x-amz-(sdk-)?checksum/.test(name)))
    throw new S3Refusal(501, 'NotImplemented');
}

export function deleteObjects(asked: Asked): S3Answer {
  requireChecksum(asked);
  const text = asked.body.toString('utf8');
  const keys = elements(text, 'Key');
  if (keys.length === 0 || keys.length > 1000) throw new S3Refusal(400, 'MalformedXML');
  for (const key of keys) asked.store.objects.delete(key);
  const isQuiet = elements(text, 'Quiet')[0] === 'true';
  return xml('DeleteResult', { Deleted: isQuiet ? [] : keys.map((Key) => ({ Key })) });
}

/** Sorted by key, a page at a time. */
export function listObjects({ store, query, pageSize }: Asked): S3Answer {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const most = Math.min(pageSize, Number(query.get('max-keys') ?? pageSize));
  const keys = [...store.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, most);
  const isMore = keys.length > page.length;
  return xml('ListBucketResult', {
    Prefix: prefix,
    KeyCount: page.length,
    MaxKeys: most,
    IsTruncated: isMore,
    NextContinuationToken: isMore ? page.at(-1) : undefined,
    Contents: page.map((key) => {
      const object = store.objects.get(key);
      return { Key: key, Size: object?.content.length ?? 0, LastModified: object?.modified.toISOString() };
    }),
  });
}
