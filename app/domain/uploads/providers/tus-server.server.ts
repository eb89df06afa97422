import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DataStore, Server, type Upload } from '@tus/server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { id as anyId } from '~/platform/input';
import type { Storage } from '~/platform/storage/storage';
import { beginUpload } from '../begin-upload.server';
import { beginUploadInput } from '../inputs';
import { leaseLocker } from './lease.server';
import { type MasterStore, openMasterStore } from './master-store.server';

export type Refusal = { status: number; body: string };

/** What one request of the protocol brings along. */
type Visit = {
  ctx: Ctx;
  tell: (error: unknown) => Refusal;
  /** All bytes are here; told before the answer goes out. */
  onWhole: (uploadId: string) => Promise<void>;
};

const visits = new AsyncLocalStorage<Visit>();

function visit(): Visit {
  const current = visits.getStore();
  if (!current) throw new Error('No request of the upload protocol is under way');
  return current;
}

const isId = (text: string): boolean => anyId.safeParse(text).success;

type Metadata = Record<string, string | null> | undefined;

/** The id that the browser chose, or one of ours. Throws `uploads.malformed`. */
function idOf(metadata: Metadata): string {
  const key = metadata?.key;
  if (!key) return newId();
  if (!isId(key)) throw new DomainError('invalid', 'uploads.malformed');
  return key;
}

/** Begins what the header Upload-Metadata tells: filename, and organisation, asset or its sound. Throws `uploads.malformed`. */
async function begin({ id, size, metadata }: Upload): Promise<object> {
  const { filename, organisation, asset, sound, lang } = metadata ?? {};
  const input = beginUploadInput.safeParse({
    ...{ key: id, bytes: size, fileName: filename, lang: lang ?? visit().ctx.lang },
    ...(organisation ? { organisationId: organisation } : {}),
    ...(asset ? { assetId: asset } : {}),
    ...(sound ? { soundLang: sound } : {}),
  });
  if (!input.success) throw new DomainError('invalid', 'uploads.malformed');
  await beginUpload(visit().ctx, input.data);
  return {};
}

/** The free bytes below which nothing more is taken in until somebody made room. */
const fullBelow = 512 * 1024 ** 2;

async function requireSpace(): Promise<void> {
  const free = await visit().ctx.storage.freeBytes();
  if (free !== null && free < fullBelow) throw new DomainError('conflict', 'uploads.no-space-now');
}

const make = (datastore: DataStore): Server =>
  new Server({
    path: '/uploads',
    relativeLocation: true,
    allowedOrigins: [],
    datastore,
    locker: leaseLocker(() => visit().ctx.db),
    namingFunction: (_request, metadata) => idOf(metadata),
    onIncomingRequest: (request) => (request.method === 'PATCH' ? requireSpace() : Promise.resolve()),
    onUploadCreate: (_request, upload) => begin(upload),
    onUploadFinish: async (_request, upload) => {
      await visit().onWhole(upload.id);
      return {};
    },
    onResponseError(_request, error) {
      if ('status_code' in error) return undefined;
      const { status, body } = visit().tell(error);
      return { status_code: status, body };
    },
  });

type Opened = MasterStore & { server: Server };

const opened = new WeakMap<Storage, Promise<Opened>>();

async function open(storage: Storage): Promise<Opened> {
  const masters = await openMasterStore(storage, () => visit().ctx.db);
  return { ...masters, server: make(masters.store) };
}

/** Opened once; what failed is tried again by the next request. */
function openedFor(storage: Storage): Promise<Opened> {
  const known = opened.get(storage);
  if (known) return known;
  const made = open(storage);
  opened.set(storage, made);
  made.catch(() => opened.delete(storage));
  return made;
}

/** How many bytes of an upload are here, `size` only once all are one file. */
export async function countBytes(storage: Storage, uploadId: string, size: number): Promise<number> {
  return (await openedFor(storage)).countBytes(uploadId, size);
}

/** Answers one request of tus 1.0 (creation, offset, bytes). */
export async function serveTus(
  ctx: Ctx,
  { request, response, ...rest }: { request: IncomingMessage; response: ServerResponse } & Omit<Visit, 'ctx'>,
): Promise<void> {
  const { server } = await openedFor(ctx.storage);
  await visits.run({ ctx, ...rest }, () => server.handle(request, response));
}
