import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { settleAssets } from '~/domain/media/settle-assets.server';
import { sha256 } from '~/platform/secrets.server';
import { PLACE, SECRETS, useMuxWorld } from './mux-world';

const world = useMuxWorld();

it('a published recording goes to Mux with its sounds and captions, and nothing that names anybody', async () => {
  const { fake, captions, drain, finish, play, recording, row, there, ctx } = world.current;
  const { assetId, recordingId, personIds } = await recording();
  await captions(assetId, 'Хадзимэ');
  await drain();
  expect((await play(assetId))?.protection).toBe('session');
  const [made] = await there(assetId);
  expect(made).toMatchObject({ status: 'preparing', playback_ids: [{ policy: 'signed' }] });
  await finish(assetId);
  await settleAssets(ctx(), { assetId });
  expect((await there(assetId))[0]?.tracks.map(({ type, language_code }) => [type, language_code])).toEqual([
    ['video', undefined],
    ['audio', 'ja'],
    ['audio', 'ru'],
    ['text', 'ru'],
  ]);
  expect(await row(assetId)).toMatchObject({ provider: 'local', packagingVersion: 1 });
  await fake.makeTracksReady(made?.id ?? '');
  await settleAssets(ctx(), { assetId });
  expect(await row(assetId)).toMatchObject({ provider: 'mux', packagingVersion: 2, failure: null });
  const [master] = fake.fetched;
  const kept = await buffer(ctx().storage.read(`masters/${assetId}`));
  for (const tag of [SECRETS[2] ?? '', PLACE])
    expect([kept.includes(tag), master?.content.includes(tag)]).toEqual([true, false]);
  expect(master?.bytes).toBeGreaterThan(kept.length / 2);
  expect(await ctx().storage.find(`media/${assetId}/2/mux-master`)).toBeNull();
  const text = await ctx().ports.captionsVtt(ctx(), assetId, 'ru');
  expect(fake.fetched[2]?.sha256).toBe(sha256(text ?? ''));
  const said = fake.requests.map(({ path, body }) => decodeURIComponent(`${path} ${body}`)).join('\n');
  const own = [assetId, recordingId, ...personIds, world.current.instructor.accountId];
  for (const secret of [...SECRETS, ...own, world.current.instructor.personId ?? ''])
    expect([secret, said.includes(secret)]).toEqual([secret, false]);
});

it('is played under signatures of at most fifty minutes, and renewed', async () => {
  const { drain, makeAll, play, recording, settle } = world.current;
  const { assetId } = await recording();
  await drain();
  await makeAll(assetId);
  await settle(assetId);
  const playback = await play(assetId);
  expect(playback).toMatchObject({
    protection: 'timed',
    parts: expect.stringMatching(new RegExp(`^/media/[^/]+/${assetId}/parts.json$`)),
    hls: { qualities: [{ height: 270 }, { height: 720 }] },
    singles: [{ lang: 'ja', bytes: 100_000 }],
    audioTracks: [{ lang: 'ja' }, { lang: 'ru' }],
  });
  const urls = [playback?.hls.url, playback?.poster, playback?.storyboard, playback?.singles[0]?.url];
  for (const url of [...urls, playback?.audios[0]?.url]) {
    expect([url, (await fetch(url ?? '')).status]).toEqual([url, 200]);
    expect((await fetch((url ?? '').replace(/token=.*/, 'token='))).status).toBe(403);
  }
});
