import type { Asked } from './operations';
import { elements, type S3Answer, S3Refusal, xml } from './refusal';
import type { Part, Unfinished } from './store';

/** Bytes that every part has but the last. */
const leastPart = 5 * 1024 ** 2;

function unfinished({ store, key, query }: Asked): Unfinished {
  const upload = store.unfinished.get(query.get('uploadId') ?? '');
  if (upload?.key !== key) throw new S3Refusal(404, 'NoSuchUpload');
  return upload;
}

export function createMultipart({ store, key }: Asked): S3Answer {
  return xml('InitiateMultipartUploadResult', { Bucket: 'b', Key: key, UploadId: store.begin(key).id });
}

export function uploadPart(asked: Asked): S3Answer {
  const number = Number(asked.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) throw new S3Refusal(400, 'InvalidArgument');
  return { status: 200, headers: { etag: asked.store.putPart(unfinished(asked), number, asked.body).etag } };
}

export function completeMultipart(asked: Asked): S3Answer {
  const upload = unfinished(asked);
  const text = asked.body.toString('utf8');
  const [numbers, tags] = [elements(text, 'PartNumber').map(Number), elements(text, 'ETag')];
  if (numbers.length === 0 || numbers.length !== tags.length) throw new S3Refusal(400, 'MalformedXML');
  if (numbers.some((number, index) => number <= (numbers[index - 1] ?? 0)))
    throw new S3Refusal(400, 'InvalidPartOrder');
  const parts = numbers.map((number, index): Part => {
    const part = upload.parts.get(number);
    if (!part || part.etag !== tags[index]) throw new S3Refusal(400, 'InvalidPart');
    return part;
  });
  if (parts.slice(0, -1).some(({ content }) => content.length < leastPart))
    throw new S3Refusal(400, 'EntityTooSmall');
  const { etag } = asked.store.complete(upload, parts);
  return xml('CompleteMultipartUploadResult', { Key: upload.key, ETag: etag });
}

export function abortMultipart(asked: Asked): S3Answer {
  asked.store.unfinished.delete(unfinished(asked).id);
  return { status: 204 };
}

export function listParts(asked: Asked): S3Answer {
  const { parts } = unfinished(asked);
  const after = Number(asked.query.get('part-number-marker') ?? 0);
  const rest = [...parts].filter(([number]) => number > after).sort(([a], [b]) => a - b);
  const page = rest.slice(0, asked.pageSize);
  return xml('ListPartsResult', {
    IsTruncated: rest.length > page.length,
    NextPartNumberMarker: page.at(-1)?.[0],
    Part: page.map(([number, { content, etag }]) => ({
      PartNumber: number,
      ETag: etag,
      Size: content.length,
    })),
  });
}

/** By key, then by the moment they were begun. */
export function listMultiparts({ store, query, pageSize }: Asked): S3Answer {
  const prefix = query.get('prefix') ?? '';
  const all = [...store.unfinished.values()]
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.begun.getTime() - b.begun.getTime()));
  const [keyMarker, idMarker] = [query.get('key-marker'), query.get('upload-id-marker')];
  const from =
    keyMarker === null ? 0 : all.findIndex(({ key, id }) => key === keyMarker && id === idMarker) + 1;
  const page = all.slice(from, from + pageSize);
  const isMore = from + page.length < all.length;
  return xml('ListMultipartUploadsResult', {
    IsTruncated: isMore,
    NextKeyMarker: isMore ? page.at(-1)?.key : undefined,
    NextUploadIdMarker: isMore ? page.at(-1)?.id : undefined,
    Upload: page.map(({ key, id, begun }) => ({ Key: key, UploadId: id, Initiated: begun.toISOString() })),
  });
}
