import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cancelUpload } from '~/domain/uploads/cancel-upload.server';
import { checkUpload } from '~/domain/uploads/check-upload.server';
import { expireUpload } from '~/domain/uploads/expire-upload.server';
import { receiveUpload } from '~/domain/uploads/receive-upload.server';
import { partSize } from '~/domain/uploads/rules/held-bytes';
import type { Actor } from '~/platform/actor';
import type { Storage } from '~/platform/storage/storage';
import { s3Fake } from '../../fakes/s3-server/server';
import { useWorld } from '../../support/database';
import { exchange } from '../../support/web-client';
import { organisation, person } from '../learning/study-world';

const fake = await s3Fake();
const world = useWorld({ environment: fake.environment });
let actor: Actor;
let organisationId = '';
let server: Server;
let [origin, faults]: [string, unknown[]] = ['', []];
/** Another one stands for another process: it knows nothing of what came before. */
let storage: Storage;

const ctx = () => ({ ...world.current.ctx(actor), storage });
const restart = () => {
  storage = { ...world.current.services.storage };
};

beforeAll(async () => {
  restart();
  organisationId = await organisation(world.current);
  actor = await person(world.current, ['instructor']);
  server = createServer((req, res) => {
    const uploadId = /^\/uploads\/([\w-]+)$/.exec(req.url ?? '')?.[1] ?? null;
    const tell = (error: unknown) => {
      faults.push(error);
      return { status: 500, body: 'fault' };
    };
    receiveUpload(ctx(), { request: req, response: res, uploadId, tell }).catch((error) => {
      faults.push(error);
      res.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  faults = [];
  fake.requests.length = 0;
});
afterAll(async () => {
  server.close();
  await fake.close();
});

const TUS = { 'tus-resumable': '1.0.0' };
const encoded = (text: string) => Buffer.from(text).toString('base64');

async function begin(bytes: number): Promise<{ id: string; path: string }> {
  const metadata = `filename ${encoded('a.mp4')},organisation ${encoded(organisationId)}`;
  const headers = { ...TUS, 'upload-length': String(bytes), 'upload-metadata': metadata };
  const { status, location } = await exchange(new URL(`${origin}/uploads`), { method: 'POST', headers });
  expect(status).toBe(201);
  return { id: location.replace('/uploads/', ''), path: location };
}

const patchOf = (offset: number) => ({
  ...TUS,
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
});
const send = (path: string, offset: number, body: Buffer) =>
  exchange(new URL(origin + path), { method: 'PATCH', body, headers: patchOf(offset) });
const offsetOf = async (path: string) => {
  const { headers } = await exchange(new URL(origin + path), { method: 'HEAD', headers: TUS });
  return Number(headers['upload-offset']);
};

/** Announces all of `body`, sends its first bytes, and is gone. */
async function sendAndDie(path: string, offset: number, body: Buffer, bytes: number): Promise<void> {
  const headers = { ...patchOf(offset), 'content-length': String(body.length) };
  const dying = request(origin + path, { method: 'PATCH', headers, agent: false });
  dying.on('error', () => undefined);
  await new Promise((sent) => dying.write(body.subarray(0, bytes), sent));
  const parts = () => fake.requests.filter(({ operation }) => operation === 'UploadPart').length;
  await expect.poll(parts, { timeout: 10_000 }).toBe(1);
  dying.destroy();
}

const row = (id: string) =>
  world.current.services.database.client.upload.findUniqueOrThrow({ where: { id } });

it('a file of several parts survives a dead connection and a restart, and is sent once', async () => {
  const file = randomBytes(3 * partSize + 12_345);
  const { id, path } = await begin(file.length);
  await sendAndDie(path, 0, file, partSize + 3_000_000);
  await expect.poll(() => offsetOf(path), { timeout: 10_000 }).toBeGreaterThan(partSize);
  const kept = await offsetOf(path);
  expect(kept).toBeLessThanOrEqual(partSize + 3_000_000);
  restart();
  expect(await offsetOf(path)).toBe(kept);
  expect((await send(path, 0, file.subarray(0, 10))).status).toBe(409);
  const middle = kept + partSize;
  expect((await send(path, kept, file.subarray(kept, middle))).status).toBe(204);
  expect([await offsetOf(path), Number((await row(id)).receivedBytes)]).toEqual([middle, middle]);
  restart();
  expect((await send(path, middle, file.subarray(middle))).status).toBe(204);
  const parts = fake.requests.filter(({ operation }) => operation === 'UploadPart');
  expect(parts).toHaveLength(4);
  expect((await row(id)).arrivedAt).not.toBeNull();
  expect((await buffer(storage.read(`masters/${id}`))).equals(file)).toBe(true);
  expect([[...fake.objects.keys()], fake.unfinished.size]).toEqual([[`masters/${id}`], 0]);
  await checkUpload(ctx(), { uploadId: id });
  expect((await row(id)).sha256).toBe(createHash('sha256').update(file).digest('hex'));
  expect(faults).toEqual([]);
});

it('a storage that could not be opened is opened by the next request', async () => {
  const { id, path } = await begin(3);
  const { place } = storage;
  let times = 0;
  storage = {
    ...storage,
    get place() {
      times += 1;
      if (times === 1) throw new Error('too many open files');
      return place;
    },
  };
  await expect(offsetOf(path)).rejects.toThrow();
  expect(String(faults)).toContain('too many open files');
  expect(await offsetOf(path)).toBe(0);
  await storage.remove(`masters/${id}`);
});

it('a writer that was killed before it could complete the file is stood in for', async () => {
  const file = randomBytes(partSize + 10);
  const { id, path } = await begin(file.length);
  await send(path, 0, file.subarray(0, partSize + 5));
  fake.trouble({ operation: 'CompleteMultipartUpload', status: 500 }, 4);
  expect((await send(path, partSize + 5, file.subarray(partSize + 5))).status).toBe(500);
  expect((await row(id)).arrivedAt).toBeNull();
  restart();
  expect(await offsetOf(path)).toBe(file.length);
  await expect.poll(async () => (await row(id)).arrivedAt).not.toBeNull();
  expect((await buffer(storage.read(`masters/${id}`))).equals(file)).toBe(true);
  expect(fake.unfinished.size).toBe(0);
  await storage.remove(`masters/${id}`);
});

it('begun twice it is one, and another checksum leaves nothing', async () => {
  const { id, path } = await begin(3);
  const metadata = `filename ${encoded('a.mp4')},organisation ${encoded(organisationId)},key ${encoded(id)}`;
  const headers = { ...TUS, 'upload-length': '3', 'upload-metadata': metadata };
  await exchange(new URL(`${origin}/uploads`), { method: 'POST', headers });
  expect([...fake.unfinished.values()].filter(({ key }) => key === `masters/${id}`)).toHaveLength(1);
  expect((await send(path, 0, Buffer.from('abc'))).status).toBe(204);
  const announcedSha256 = createHash('sha256').update('xyz').digest('hex');
  await world.current.services.database.client.upload.update({ where: { id }, data: { announcedSha256 } });
  await checkUpload(ctx(), { uploadId: id });
  expect([(await row(id)).refusal, await storage.find(`masters/${id}`)]).toEqual(['checksum-differs', null]);
});

it('a beginning whose answer is lost leaves one unfinished object', async () => {
  const ofUpload = (id: string) => [...fake.unfinished.values()].filter(({ key }) => key === `masters/${id}`);
  fake.trouble({ operation: 'CreateMultipartUpload', status: 500, isDone: true }, 2);
  const { id, path } = await begin(partSize + 10);
  expect(ofUpload(id)).toHaveLength(1);
  await send(path, 0, randomBytes(partSize + 5));
  // The answer to the first try comes through only now.
  fake.begin(`masters/${id}`);
  restart();
  expect(await offsetOf(path)).toBe(partSize + 5);
  expect((await send(path, partSize + 5, randomBytes(5))).status).toBe(204);
  expect([ofUpload(id), fake.objects.get(`masters/${id}`)?.content.length]).toEqual([[], partSize + 10]);
  fake.begin(`masters/${id}`);
  expect(await offsetOf(path)).toBe(partSize + 10);
  await storage.remove(`masters/${id}`);
  expect(fake.unfinished.size).toBe(0);
});

it('asks the bucket few things for each 16 MB', async () => {
  const chunk = randomBytes(2 * partSize);
  const { id, path } = await begin(2 * chunk.length);
  const asked = async (offset: number) => {
    fake.requests.length = 0;
    expect((await send(path, offset, chunk)).status).toBe(204);
    const received = async () => Number((await row(id)).receivedBytes);
    await expect.poll(received, { timeout: 10_000 }).toBe(offset + chunk.length);
    return fake.requests.map(({ operation }) => operation);
  };
  // Before and after: which parts are here, and what lies behind them.
  expect((await asked(0)).sort()).toEqual([
    ...['HeadObject', 'HeadObject', 'HeadObject', 'ListParts', 'ListParts', 'UploadPart', 'UploadPart'],
  ]);
  expect((await asked(chunk.length)).length).toBeLessThanOrEqual(12);
  expect((await row(id)).arrivedAt).not.toBeNull();
  await storage.remove(`masters/${id}`);
});

it('cancelled or expired, nothing of it stays in the bucket, not even unfinished', async () => {
  fake.objects.clear();
  const [cancelled, expired] = [await begin(2 * partSize), await begin(2 * partSize)];
  for (const { path } of [cancelled, expired]) await send(path, 0, randomBytes(partSize + 100));
  expect([fake.objects.size, fake.unfinished.size]).toEqual([2, 2]);
  await cancelUpload(ctx(), { uploadId: cancelled.id });
  expect([fake.objects.size, fake.unfinished.size]).toEqual([1, 1]);
  const later = new Date(world.current.clock.now().getTime() + 14.1 * 86_400_000);
  const clock = { ...world.current.clock, now: () => later };
  await expireUpload({ ...ctx(), clock }, { uploadId: expired.id });
  expect((await row(expired.id)).refusal).toBe('expired');
  expect([fake.objects.size, fake.unfinished.size]).toEqual([0, 0]);
});

it('cancelled while bytes still come, these leave nothing either', async () => {
  fake.objects.clear();
  const { id, path } = await begin(2 * partSize);
  const headers = { ...patchOf(0), 'content-length': String(2 * partSize) };
  const sending = request(origin + path, { method: 'PATCH', headers, agent: false });
  sending.on('error', () => undefined);
  await new Promise((sent) => sending.write(randomBytes(partSize + 100), sent));
  const hasPart = () => fake.requests.some(({ operation }) => operation === 'UploadPart');
  await expect.poll(hasPart, { timeout: 10_000 }).toBe(true);
  await cancelUpload(ctx(), { uploadId: id });
  const kept = fake.requests.length;
  sending.destroy();
  const since = () => fake.requests.slice(kept).map(({ operation }) => operation);
  await expect.poll(since, { timeout: 10_000 }).toContain('PutObject');
  const left = () => [fake.objects.size, fake.unfinished.size];
  await expect.poll(left, { timeout: 10_000 }).toEqual([0, 0]);
});
