import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { StorageError } from './storage';

/** As many as one request may remove. */
const BATCH = 1000;

type Bucket = { client: S3Client; bucket: string };

/** 'a' and 'a/' are the folder 'a/': neither is 'ab/'. '' is everything. */
const folderOf = (prefix: string): string => (prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`);

/** The keys below a folder, a page of the service at a time. */
async function* pagesBelow({ client, bucket }: Bucket, prefix: string): AsyncGenerator<string[]> {
  for await (const { Contents } of paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: folderOf(prefix) },
  ))
    yield (Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
}

export async function keysBelow(place: Bucket, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const keys of pagesBelow(place, prefix)) found.push(...keys);
  return found;
}

type WithBody = { headers: Record<string, string>; body: string | Uint8Array };

const hasBody = (request: unknown): request is WithBody =>
  typeof request === 'object' && request !== null && 'headers' in request && 'body' in request;

/**
 * The one request whose content must be proved by a header. AWS takes Content-MD5 and its own checksums, many others
 * Content-MD5 only, so it goes in place of the client's.
 */
function removalOf(bucket: string, keys: readonly string[]): DeleteObjectsCommand {
  const Objects = keys.map((Key) => ({ Key }));
  const command = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
  const prove = (request: unknown) => {
    if (!hasBody(request)) throw new Error('The client made no content');
    for (const name of Object.keys(request.headers))
      if (/^x-amz-(sdk-)?checksum-/i.test(name)) delete request.headers[name];
    request.headers['content-md5'] = createHash('md5').update(request.body).digest('base64');
  };
  command.middlewareStack.add(
    (next) => (args) => {
      prove(args.request);
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'contentMd5' },
  );
  return command;
}

async function removeAll({ client, bucket }: Bucket, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += BATCH) {
    const { Errors } = await client.send(removalOf(bucket, keys.slice(at, at + BATCH)));
    const [first] = Errors ?? [];
    if (first) {
      const code = first.Code ?? 'InternalError';
      throw new StorageError(code, null, `${first.Key}: the bucket did not remove it (${code})`);
    }
  }
}

/** Ends what runs that were killed, or uploads that were given up, left on its way: it is paid for like files. */
async function endUnfinished({ client, bucket }: Bucket, prefix: string): Promise<void> {
  let [KeyMarker, UploadIdMarker]: (string | undefined)[] = [];
  for (;;) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, KeyMarker, UploadIdMarker }),
    );
    for (const { Key, UploadId } of page.Uploads ?? []) {
      if (Key !== prefix && !Key?.startsWith(folderOf(prefix))) continue;
      await client
        .send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }))
        .catch(nothingWhenGone);
    }
    if (!page.IsTruncated) return;
    [KeyMarker, UploadIdMarker] = [page.NextKeyMarker, page.NextUploadIdMarker];
  }
}

function nothingWhenGone(error: unknown): void {
  if (!(error instanceof Error && error.name === 'NoSuchUpload')) throw error;
}

/** What is unfinished goes first, so that it cannot become a file after the files are gone. */
export async function removeBelow(
  place: Bucket,
  prefix: string,
  keep: ReadonlySet<string> = new Set(),
): Promise<void> {
  await endUnfinished(place, prefix);
  if (!prefix.endsWith('/'))
    await place.client.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: prefix }));
  for await (const keys of pagesBelow(place, prefix)) {
    await removeAll(
      place,
      keys.filter((key) => !keep.has(key)),
    );
  }
}
