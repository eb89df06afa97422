import type { IncomingHttpHeaders } from 'node:http';
import {
  abortMultipart,
  completeMultipart,
  createMultipart,
  listMultiparts,
  listParts,
  uploadPart,
} from './multipart';
import { deleteObject, deleteObjects, getObject, headObject, listObjects, putObject } from './objects';
import { type S3Answer, S3Refusal } from './refusal';
import type { BucketStore } from './store';

export type Asked = {
  store: BucketStore;
  /** '' for the bucket itself. */
  key: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Most entries of one page of a list. */
  pageSize: number;
};

type Operation = { name: string; answer: (asked: Asked) => S3Answer };

/** Method, then 'bucket' or 'object', then the names that must stand in the query; what may stand there besides. */
const OPERATIONS: [path: string, needed: string[], allowed: string[], Operation][] = [
  [
    'GET bucket',
    ['list-type'],
    ['prefix', 'continuation-token', 'max-keys'],
    op('ListObjectsV2', listObjects),
  ],
  [
    'GET bucket',
    ['uploads'],
    ['prefix', 'key-marker', 'upload-id-marker'],
    op('ListMultipartUploads', listMultiparts),
  ],
  ['POST bucket', ['delete'], [], op('DeleteObjects', deleteObjects)],
  ['GET object', ['uploadId'], ['part-number-marker'], op('ListParts', listParts)],
  ['GET object', [], [], op('GetObject', getObject)],
  ['HEAD object', [], [], op('HeadObject', headObject)],
  ['PUT object', ['partNumber', 'uploadId'], [], op('UploadPart', uploadPart)],
  ['PUT object', [], [], op('PutObject', putObject)],
  ['POST object', ['uploads'], [], op('CreateMultipartUpload', createMultipart)],
  ['POST object', ['uploadId'], [], op('CompleteMultipartUpload', completeMultipart)],
  ['DELETE object', ['uploadId'], [], op('AbortMultipartUpload', abortMultipart)],
  ['DELETE object', [], [], op('DeleteObject', deleteObject)],
];

function op(name: string, answer: (asked: Asked) => S3Answer): Operation {
  return { name, answer };
}

/** Which operation a request is. Throws S3Refusal for one that is none of those that are used. */
export function operationOf(method: string, { key, query }: Pick<Asked, 'key' | 'query'>): Operation {
  const path = `${method} ${key === '' ? 'bucket' : 'object'}`;
  const names = [...query.keys()].filter((name) => name !== 'x-id');
  const match = OPERATIONS.find(
    ([own, needed, allowed]) =>
      own === path &&
      needed.every((name) => names.includes(name)) &&
      names.every((name) => needed.includes(name) || allowed.includes(name)),
  );
  if (!match) throw new S3Refusal(501, 'NotImplemented');
  return match[3];
}
