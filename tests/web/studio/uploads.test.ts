import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelUpload } from '~/domain/uploads/cancel-upload.server';
import { expireUpload } from '~/domain/uploads/expire-upload.server';
import { newId } from '~/platform/ids';
import { makeMaster } from '../../domain/media/masters';
import { actorWith } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { packageRecordings } from '../../support/package-recordings';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let [instructor, editor, coach]: WebClient[] = [];

beforeAll(async () => {
  [instructor, editor, coach] = [
    await site.current.signIn('instructor'),
    await site.current.signIn('editor'),
    await site.current.signIn('coach'),
  ];
  await packageRecordings(site.current.services);
});

const TUS = { 'tus-resumable': '1.0.0' };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const encoded = (facts: Record<string, string>) =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

const begin = (
  bytes: number,
  facts: Record<string, string> = {},
  client: WebClient | undefined = instructor,
) =>
  (client as WebClient).send('/uploads', {
    method: 'POST',
    headers: {
      ...TUS,
      'upload-length': String(bytes),
      'upload-metadata': encoded({ filename: '内股の指導.mp4', ...facts }),
    },
  });

const send = (path: string, offset: number, body: Buffer, client: WebClient | undefined = instructor) =>
  (client as WebClient).send(path, {
    method: 'PATCH',
    body,
    headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
  });

const offsetOf = async (path: string, client: WebClient | undefined = instructor) => {
  const { status, headers } = await (client as WebClient).send(path, { method: 'HEAD', headers: TUS });
  return [status, headers['upload-offset']];
};

const row = (path: string) =>
  site.current.services.database.client.upload.findUniqueOrThrow({
    where: { id: path.replace('/uploads/', '') },
  });
const recordingOf = (assetId: string) =>
  site.current.services.database.client.recording.findUniqueOrThrow({ where: { assetId } });
const assetOf = (id: string) =>
  site.current.services.database.client.mediaAsset.findUniqueOrThrow({ where: { id } });
const onDisk = (path: string) =>
  buffer(site.current.services.storage.read(path.replace('/uploads/', 'masters/')));

describe('a file in parts', () => {
  it('begins once, goes on from what is here, and becomes a recording that can be played', async () => {
    const file = await makeMaster({ seconds: 3 });
    const key = newId();
    const { status, location } = await begin(file.length, { key });
    expect([status, location]).toEqual([201, `/uploads/${key}`]);
    const half = Math.floor(file.length / 2);
    expect((await send(location, 0, file.subarray(0, half))).status).toBe(204);
    // The answer to the first request was lost: it is sent again, and nothing of the bytes is.
    expect((await begin(file.length, { key })).location).toBe(location);
    expect(await offsetOf(location)).toEqual([200, String(half)]);
    expect((await send(location, 0, file.subarray(0, half))).status).toBe(409);
    expect(Number((await row(location)).receivedBytes)).toBe(half);
    expect((await send(location, half, file.subarray(half))).status).toBe(204);
    const arrived = await row(location);
    expect(arrived.arrivedAt).not.toBeNull();
    const told = { intent: 'checksum', uploadId: arrived.id, sha256: sha256(file) };
    expect((await (instructor as WebClient).post('/ja/studio/recordings', told)).status).toBe(303);
    await drainJobs(site.current.services, { video: true });
    expect((await row(location)).sha256).toBe(sha256(file));
    expect(await onDisk(location)).toEqual(file);
    const asset = await assetOf(arrived.assetId);
    expect(asset).toMatchObject({ packagingVersion: 1, failure: null, masterSha256: sha256(file) });
    const recording = await recordingOf(asset.id);
    expect(recording).toMatchObject({ publishedAt: null, title: { original: 'ja' } });
    const page = await (instructor as WebClient).get(`/ja/studio/recordings/${recording.slug}`);
    expect(page.text).toContain(sha256(file));
    expect(page.text).toContain('サーバー上のファイルは、お手元のファイルと一致しています。');
    expect(page.text).toContain('data-island="player"');
    expect((await site.current.visitor().get(`/ja/recordings/${recording.slug}`)).status).toBe(404);
    expect((await (coach as WebClient).get(`/ja/studio/recordings/${recording.slug}`)).status).toBe(403);
  }, 300_000);

  it('is its account’s alone, and needs a session', async () => {
    const { location } = await begin(10);
    expect(await offsetOf(location, coach)).toEqual([404, undefined]);
    expect((await send(location, 0, Buffer.alloc(5), editor)).status).toBe(404);
    expect(await offsetOf(location, site.current.visitor())).toEqual([401, undefined]);
    expect((await begin(10, {}, coach)).status).toBe(403);
    expect((await begin(10, {}, editor)).status).toBe(403);
    expect((await begin(10, {}, site.current.visitor())).status).toBe(401);
    expect((await (instructor as WebClient).get(`/ru${location}`)).status).toBe(404);
  });

  it('refuses what it cannot take, in words', async () => {
    const refused = async (answer: ReturnType<typeof begin>) => {
      const { status, text } = await answer;
      return [status, (JSON.parse(text) as { error: { code: string } }).error.code];
    };
    expect(await refused(begin(65 * 1024 ** 3))).toEqual([413, 'uploads.file-too-large']);
    expect(await refused(begin(10, { key: 'x' }))).toEqual([422, 'uploads.malformed']);
    expect(await refused(begin(10, { organisation: newId() }))).toEqual([403, 'uploads.may-not-upload']);
    expect(await refused(begin(10, { asset: newId() }))).toEqual([404, 'uploads.not-awaited']);
    const { location } = await begin(10);
    expect(await refused(begin(11, { key: location.replace('/uploads/', '') }))).toEqual([
      409,
      'uploads.another-file',
    ]);
    // More bytes than were announced are never stored.
    await send(location, 0, randomBytes(20));
    expect((await onDisk(location)).length).toBeLessThanOrEqual(10);
  });

  it('takes one writer at a time, and lets go of one that was killed', async () => {
    const { location } = await begin(6);
    const { pool } = site.current.services.database;
    await pool.query(
      `UPDATE upload SET lock_holder = $2, lock_until = now() + interval '2 seconds' WHERE id = $1`,
      [location.replace('/uploads/', ''), newId()],
    );
    const answers = await Promise.all([
      send(location, 0, Buffer.from('abc')),
      send(location, 0, Buffer.from('xyz')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await offsetOf(location)).toEqual([200, '3']);
  });
});

describe('files that are none', () => {
  it('another checksum: refused, nothing left, and the recording waits for the file again', async () => {
    const { location } = await begin(3);
    const { id: uploadId, assetId } = await row(location);
    const told = { intent: 'checksum', uploadId, sha256: sha256(Buffer.from('xyz')) };
    expect((await (instructor as WebClient).post('/ja/studio/recordings', told)).status).toBe(303);
    await send(location, 0, Buffer.from('abc'));
    await drainJobs(site.current.services, { video: true });
    expect(await row(location)).toMatchObject({ refusal: 'checksum-differs', acceptedAt: null });
    await expect(onDisk(location)).rejects.toThrow('ENOENT');
    const { slug } = await recordingOf(assetId);
    const page = await (instructor as WebClient).get(`/ru/studio/recordings/${slug}`);
    expect(page.text).toContain('Полученный файл отличался от отправленного и удалён.');
    expect((await begin(3, { asset: assetId })).status).toBe(201);
  });

  it('a text named .mp4: refused in words, nothing left', async () => {
    const text = Buffer.from('This is not a video.\n'.repeat(50));
    const { location } = await begin(text.length, { filename: 'seminar.mp4' });
    await send(location, 0, text);
    await drainJobs(site.current.services, { video: true });
    const { assetId } = await row(location);
    expect(await assetOf(assetId)).toMatchObject({ masterKey: null, failure: 'master-unreadable' });
    await expect(onDisk(location)).rejects.toThrow('ENOENT');
    const { slug } = await recordingOf(assetId);
    const page = await (instructor as WebClient).get(`/kk/studio/recordings/${slug}`);
    expect(page.text).toContain('data-island="upload"');
    expect(page.status).toBe(200);
  }, 120_000);
});

describe('unfinished files', () => {
  it('are cancelled by whoever sends them', async () => {
    const { location } = await begin(9);
    await send(location, 0, Buffer.from('abc'));
    const { id: uploadId, assetId } = await row(location);
    const { slug } = await recordingOf(assetId);
    const stranger = site.current.ctx(actorWith(['instructor']));
    await expect(cancelUpload(stranger, { uploadId })).rejects.toMatchObject({ kind: 'not-found' });
    for (const _twice of [1, 2]) {
      const sent = await (instructor as WebClient).post(`/ja/studio/recordings/${slug}`, {
        intent: 'cancel-upload',
        uploadId,
      });
      expect(sent.status).toBe(303);
    }
    await expect(onDisk(location)).rejects.toThrow('ENOENT');
    expect((await send(location, 3, Buffer.from('def'))).status).toBe(410);
  });

  it('live for 14 days after their last byte', async () => {
    const { location } = await begin(9);
    const { id: uploadId } = await row(location);
    const { services } = site.current;
    const later = (days: number) => ({
      ...site.current.ctx(),
      clock: { ...services.clock, now: () => new Date(Date.now() + days * 86_400_000) },
    });
    await expireUpload(later(13), { uploadId });
    expect((await row(location)).endedAt).toBeNull();
    await expireUpload(later(14.1), { uploadId });
    expect(await row(location)).toMatchObject({ refusal: 'expired' });
    await expect(onDisk(location)).rejects.toThrow('ENOENT');
  });
});

it('everything sent stands in the export of one’s own data', async () => {
  const { text } = await (instructor as WebClient).get('/ja/account/export');
  expect(text).toContain('内股の指導.mp4');
  expect((await (editor as WebClient).get('/ja/account/export')).text).not.toContain('内股の指導.mp4');
});

describe('how far it is', () => {
  it('is told as events to those who prepare it', async () => {
    const { location } = await begin(9);
    const { slug } = await recordingOf((await row(location)).assetId);
    const { status, headers, text } = await (editor as WebClient).get(`/packaging/${slug}`);
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream']);
    expect(text).toMatch(/data: \{"state":"awaited,,under-way,","isOver":true,"steps":\{\}\}/);
    expect((await (coach as WebClient).get(`/packaging/${slug}`)).status).toBe(403);
  });

  it('nothing of this was a fault', () => {
    expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
