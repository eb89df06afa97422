import { beforeAll, describe, expect, it } from 'vitest';
import { getPlayback } from '~/domain/media/get-playback.server';
import type { Audience } from '~/domain/media/inputs';
import { listAssetFacts } from '~/domain/media/list-asset-facts.server';
import { openMedia } from '~/domain/media/open-media.server';
import { renewPlayback } from '~/domain/media/renew-playback.server';
import type { PlaybackSource } from '~/domain/media/types';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { actorWith, useWorld } from '../../support/database';
import { instructor, makeMaster, packaged, register } from './masters';

const world = useWorld();
const coach = actorWith([], '/kjf/', { sessionId: 'session-of-coach' });
const courseId = newId();
const enrolled: Audience = { kind: 'enrolled', courseId };
const captions = [
  { lang: 'ru', label: 'Русский' },
  { lang: 'kk', label: 'Қазақша' },
];
let assetId = '';

beforeAll(async () => {
  assetId = await packaged(world.current, await makeMaster({ seconds: 5, size: '640x360' }));
});

function ctxOf(actor: Actor | null, isMember = true): Ctx {
  const ctx = world.current.ctx(actor);
  const ports = {
    ...ctx.ports,
    audienceCheck: async (_: Ctx, audience: Audience) =>
      isMember && audience.kind === 'enrolled' && audience.courseId === courseId,
    captionsVtt: async (_: Ctx, id: string, lang: string) =>
      id === assetId && lang === 'ru' ? 'WEBVTT\n' : null,
  };
  return { ...ctx, ports };
}

async function play(audience: Audience, actor: Actor | null = coach): Promise<PlaybackSource> {
  const playback = await getPlayback(ctxOf(actor), { assetId, audience, captions });
  if (!('hls' in playback)) throw new Error('not playable');
  return playback;
}

const open = (url: string, sessionId: string | null = coach.sessionId, range?: string) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, , token = '', asset = '', ...path] = pathname.split('/');
  const asked = { token, assetId: asset, path: path.join('/'), query: searchParams, range };
  return openMedia(ctxOf(null), { ...asked, sessionId: async () => sessionId });
};
const refused = { kind: 'forbidden', code: 'media.address-refused' };
const missing = { kind: 'not-found', code: 'media.not-found' };

describe('playback', () => {
  it('gives addresses of everything a page offers, with sizes', async () => {
    const playback = await play(enrolled);
    expect(playback.hls.qualities.map(({ height }) => height)).toEqual([240, 360]);
    expect(playback.singles.map(({ lang, label }) => [lang, label])).toEqual([
      ['ja', '日本語'],
      ['ru', 'Русский'],
    ]);
    expect(playback.audios.every(({ bytes }) => bytes > 1000)).toBe(true);
    expect(playback.protection).toBe('session');
    for (const url of [playback.poster, playback.hls.url, ...playback.singles.map((single) => single.url)]) {
      expect(await open(url)).toMatchObject({
        contentType: expect.stringMatching(/^(image|video|application)\//),
      });
    }
  });

  it('asks who may watch', async () => {
    const input = { assetId, captions: [] };
    const never = { kind: 'forbidden', code: 'media.not-in-audience' };
    await expect(getPlayback(ctxOf(coach, false), { ...input, audience: enrolled })).rejects.toMatchObject(
      never,
    );
    await expect(getPlayback(ctxOf(null), { ...input, audience: { kind: 'account' } })).rejects.toMatchObject(
      never,
    );
    await expect(
      getPlayback(ctxOf(coach, false), { ...input, audience: { kind: 'account' } }),
    ).resolves.toBeTruthy();
    await expect(getPlayback(ctxOf(null), { ...input, audience: { kind: 'public' } })).resolves.toBeTruthy();
    const unknown = { ...input, assetId: newId(), audience: enrolled };
    await expect(getPlayback(ctxOf(coach), unknown)).rejects.toMatchObject(missing);
  });

  it('says that an asset is not ready yet', async () => {
    const waiting = await register(world.current.ctx(instructor), await makeMaster({ seconds: 2 }));
    const playback = await getPlayback(ctxOf(coach), { assetId: waiting, audience: enrolled, captions });
    expect(playback).toEqual({ assetId: waiting, failure: null });
    expect(await listAssetFacts(ctxOf(null), [assetId, newId(), waiting])).toMatchObject([
      { assetId, isPlayable: true, audioLangs: ['ja', 'ru'] },
      { assetId: waiting, isPlayable: false, smallestBytes: null },
    ]);
  });

  it('names the captions of the moment and serves them', async () => {
    const { hls, captions: offered } = await play(enrolled);
    const master = await open(hls.url);
    expect('text' in master && master.text).toContain(
      'NAME="Қазақша",LANGUAGE="kk",DEFAULT=NO,AUTOSELECT=NO',
    );
    expect(await open(offered[0]?.url ?? '')).toMatchObject({
      text: 'WEBVTT\n',
      contentType: 'text/vtt; charset=utf-8',
    });
    await expect(open(offered[1]?.url ?? '')).rejects.toMatchObject(missing);
    const playlist = await open(hls.url.replace(/master.*/, 'captions/ru.m3u8'));
    expect('text' in playlist && playlist.text).toContain('\nru.vtt\n');
  });

  it('reads ranges', async () => {
    const { singles } = await play(enrolled);
    const url = singles[0]?.url ?? '';
    expect(await open(url, coach.sessionId, 'bytes=5-9')).toMatchObject({ range: { start: 5, end: 9 } });
    expect(await open(url, coach.sessionId, 'bytes=999999999-')).toMatchObject({ range: 'unsatisfiable' });
  });
});

describe('a playback address', () => {
  it('works in its session only, unless the recording is public', async () => {
    const { poster } = await play(enrolled);
    await expect(open(poster, 'session-of-somebody')).rejects.toMatchObject(refused);
    await expect(open(poster, null)).rejects.toMatchObject(refused);
    const open4all = await play({ kind: 'public' }, null);
    expect(open4all.protection).toBe('public');
    expect(await open(open4all.poster, null)).toMatchObject({ kind: 'file' });
  });

  it('cannot be changed or used for another asset', async () => {
    const { poster } = await play(enrolled);
    await expect(open(poster.replace(assetId, newId()))).rejects.toMatchObject(refused);
    await expect(open(poster.replace(/^\/media\/./, '/media/X'))).rejects.toMatchObject(refused);
    await expect(open(poster.replace(/\.[\w-]+\//, `.${'A'.repeat(43)}/`))).rejects.toMatchObject(refused);
    await expect(open('/media/x/y/poster.jpg')).rejects.toMatchObject(refused);
    for (const path of ['nothing.mp4', '../1/poster.jpg', '..%2f..%2fmasters', 'captions/xx.vtt', '']) {
      await expect(open(poster.replace('poster.jpg', path.replace('%2f', '/')))).rejects.toMatchObject({
        kind: expect.stringMatching(/not-found|forbidden/),
      });
    }
  });

  it('stops after 50 minutes and is renewed for whoever may still watch', async () => {
    const { poster, renewal } = await play(enrolled);
    const { clock } = world.current;
    clock.set('2026-11-23T09:49:59Z');
    expect(await open(poster)).toMatchObject({ kind: 'file' });
    clock.set('2026-11-23T09:50:00Z');
    await expect(open(poster)).rejects.toMatchObject(refused);
    const fresh = await renewPlayback(ctxOf(coach), renewal);
    expect(await open(poster.replace(renewal.token, fresh.token))).toMatchObject({ kind: 'file' });
    await expect(renewPlayback(ctxOf(coach, false), renewal)).rejects.toMatchObject({
      code: 'media.not-in-audience',
    });
    const other = actorWith([], '/kjf/', { sessionId: 'other' });
    await expect(renewPlayback(ctxOf(other), renewal)).rejects.toMatchObject(refused);
    await expect(renewPlayback(ctxOf(coach), { token: `${renewal.token}x` })).rejects.toMatchObject(refused);
    clock.set('2026-11-23T22:00:00Z');
    await expect(renewPlayback(ctxOf(coach), renewal)).rejects.toMatchObject(refused);
    clock.set('2026-11-23T09:00:00Z');
  });
});
