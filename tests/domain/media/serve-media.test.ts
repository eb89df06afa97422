import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPlayback } from '~/domain/media/get-playback.server';
import { media } from '~/routes/machine/media.server';
import { renewMedia } from '~/routes/machine/media-renewal.server';
import { machine } from '~/web/http/machine.server';
import { useWorld } from '../../support/database';
import { makeMaster, packaged } from './masters';

const world = useWorld();
let origin = '';
let close: () => void = () => undefined;
let single = { url: '', bytes: 0 };
let token = '';

beforeAll(async () => {
  const { services } = world.current;
  const app = express();
  app.set('etag', false);
  app.post('/media/renew', machine(renewMedia, services));
  app.get('/media/:token/:assetId/*', machine(media, services));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
  const assetId = await packaged(world.current, await makeMaster({ seconds: 4 }));
  const input = { assetId, audience: { kind: 'public' }, captions: [] } as const;
  const playback = await getPlayback(world.current.ctx(), input);
  if (!('hls' in playback)) throw new Error('not playable');
  single = playback.singles[0] ?? single;
  token = playback.renewal.token;
});
afterAll(() => close());

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(origin + url, { headers, method });

describe('media over HTTP', () => {
  it('sends a whole file with its size, type and how long it may be kept', async () => {
    const answer = await get(single.url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('video/mp4');
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=3000');
    expect((await answer.arrayBuffer()).byteLength).toBe(single.bytes);
    const head = await get(single.url, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(single.bytes)]);
  });

  it('sends single ranges exactly', async () => {
    const whole = Buffer.from(await (await get(single.url)).arrayBuffer());
    const part = await get(single.url, { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${single.bytes}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(100, 200));
    const tail = await get(single.url, { range: 'bytes=-7' });
    expect(Buffer.from(await tail.arrayBuffer())).toEqual(whole.subarray(-7));
    const beyond = await get(single.url, { range: `bytes=${single.bytes}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${single.bytes}`]);
  });

  it('answers conditions by the tag', async () => {
    const tag = (await get(single.url, {}, 'HEAD')).headers.get('etag') ?? '';
    expect((await get(single.url, { 'if-none-match': tag })).status).toBe(304);
    expect((await get(single.url, { range: 'bytes=0-1', 'if-range': tag })).status).toBe(206);
    expect((await get(single.url, { range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200);
  });

  it('refuses foreign addresses and finds nothing elsewhere', async () => {
    expect((await get(single.url.replace(token, `${token.slice(0, -1)}_`))).status).toBe(403);
    for (const path of [
      'nothing.mp4',
      '..%2f..%2f..%2fmasters',
      '%2e%2e/%2e%2e/x.mp4',
      'v240/',
      '%00.mp4',
      'captions/ru.vtt/x',
    ]) {
      const answer = await get(single.url.replace(/[^/]+$/, path));
      expect([path, [403, 404].includes(answer.status)]).toEqual([path, true]);
    }
  });

  it('renews an address', async () => {
    const renew = (body: string) => fetch(`${origin}/media/renew`, { method: 'POST', body });
    const answer = await renew(JSON.stringify({ token }));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ token: expect.any(String), expiresAt: '2026-11-23T09:50:00.000Z' });
    for (const body of ['', 'null', '{"token":1}', `{"token":"${'x'.repeat(9000)}"}`, '{"token":"x.y"}']) {
      const { status } = await renew(body);
      expect([403, 413, 422]).toContain(status);
    }
  });
});
