import { beforeAll, describe, expect, it } from 'vitest';
import { listCaptionedAssets } from '~/domain/captions/list-captioned-assets.server';
import { replaceTrack } from '~/domain/captions/replace-track.server';
import { getRecording } from '~/domain/recordings/get-recording.server';
import { listRecordingsInput } from '~/domain/recordings/inputs';
import { listRecordingIds } from '~/domain/recordings/list-recording-ids.server';
import { type ListRecordings, listRecordings } from '~/domain/recordings/list-recordings.server';
import { withdrawRecording } from '~/domain/recordings/withdraw-recording.server';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { organisation, person, recording } from '../learning/study-world';

const world = useWorld();
let instructor: Ctx;
let [spoken, captioned, open, ending, withdrawn]: string[] = [];

const row = async (id = '') => world.current.ctx().db.recording.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  const organisationId = await organisation(world.current);
  instructor = world.current.ctx(await person(world.current, ['instructor', 'editor']));
  const make = () => recording(world.current, organisationId, 60);
  [spoken, captioned, open, ending, withdrawn] = [
    await make(),
    await make(),
    await make(),
    await make(),
    await recording(world.current, organisationId, 60, instructor),
  ];
  const { db } = instructor;
  for (const [id, lang] of [
    [spoken, 'ja'],
    [captioned, 'ru'],
  ] as const)
    await db.mediaAudioTrack.create({
      data: { id: newId(), assetId: (await row(id)).assetId, lang, label: lang, position: 0 },
    });
  const { assetId } = await row(captioned);
  await replaceTrack(instructor, {
    assetId,
    lang: 'kk',
    origin: 'author',
    cues: [{ startMs: 0, endMs: 9, text: 'Ұ' }],
  });
  await db.recording.update({ where: { id: open }, data: { audience: { kind: 'public' } } });
  await db.recording.update({
    where: { id: ending },
    data: { availableUntil: new Date('2026-11-23T00:00:00Z') },
  });
  await withdrawRecording(instructor, { recordingId: withdrawn ?? '' });
});

async function found(filter: Partial<ListRecordings> = {}): Promise<string[]> {
  const page = await listRecordings(world.current.ctx(), { ...listRecordingsInput.parse({}), ...filter });
  expect(page.found).toBe(page.recordings.length);
  return page.recordings.map(({ id }) => id).sort();
}

const sorted = (...ids: (string | undefined)[]) => ids.map((id) => id ?? '').sort();

describe('the list of recordings', () => {
  it('holds what is published, not withdrawn and not over', async () => {
    expect(await found()).toEqual(sorted(spoken, captioned, open, ending));
    world.current.clock.set('2026-11-23T15:30:00Z');
    expect(await found()).toEqual(sorted(spoken, captioned, open));
    world.current.clock.set('2026-11-23T09:00:00Z');
  });

  it('by language of sound, of captions, and by audience', async () => {
    const kazakh = await listCaptionedAssets(world.current.ctx(), { lang: 'kk' });
    expect(await found({ audio: 'ja' })).toEqual(sorted(spoken));
    expect(await found({ captions: 'kk', captioned: kazakh })).toEqual(sorted(captioned));
    expect(await found({ audio: 'ja', captioned: kazakh })).toEqual([]);
    expect(await found({ audio: 'en' })).toEqual([]);
    expect(await found({ open: '1' })).toEqual(sorted(open));
  });

  it('by who published', async () => {
    const { publishedBy } = await row(spoken);
    expect(await found({ by: publishedBy ?? '' })).toEqual(sorted(spoken));
  });

  it('goes on after any of them', async () => {
    const all = (await listRecordings(world.current.ctx(), {})).recordings.map(({ slug }) => slug);
    const rest = await listRecordings(world.current.ctx(), { after: all[0] });
    expect(rest.recordings.map(({ slug }) => slug)).toEqual(all.slice(1));
    expect(rest.found).toBe(all.length);
  });

  it('answers ids by spoken language and by asset', async () => {
    expect(await listRecordingIds(world.current.ctx(), { spoken: 'ja' })).toEqual([spoken]);
    expect(await listRecordingIds(world.current.ctx(), { assetIds: [] })).toEqual([]);
    expect(
      await listRecordingIds(world.current.ctx(), { assetIds: [(await row(withdrawn)).assetId] }),
    ).toEqual([]);
  });
});

describe('the page of a recording', () => {
  const get = async (id: string | undefined) =>
    getRecording(world.current.ctx(), { slug: (await row(id)).slug });

  it('shows who may watch and until when', async () => {
    expect(await get(open)).toMatchObject({ audience: 'public', availableUntil: null });
    expect(await get(ending)).toMatchObject({ audience: 'account', availableUntil: '2026-11-23' });
  });

  it('is gone after withdrawal and after the last day, and unknown otherwise', async () => {
    await expect(get(withdrawn)).rejects.toMatchObject({ kind: 'gone' });
    world.current.clock.set('2026-11-23T15:30:00Z');
    await expect(get(ending)).rejects.toMatchObject({ kind: 'gone' });
    await expect(getRecording(world.current.ctx(), { slug: 'none' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

it('lists and languages use their indexes', async () => {
  const { db } = world.current.ctx();
  await db.$executeRawUnsafe(`ALTER TABLE media_audio_track DROP CONSTRAINT media_audio_track_asset_id_fkey`);
  await db.$executeRawUnsafe(`ALTER TABLE caption_track DROP CONSTRAINT caption_track_asset_id_fkey`);
  await db.$executeRawUnsafe(`ALTER TABLE recording DROP CONSTRAINT recording_asset_id_fkey`);
  await db.$executeRawUnsafe(`INSERT INTO recording (id, slug, organisation_id, asset_id, title, credit, audience, created_at, published_at)
    SELECT md5('r' || n)::uuid, 'r-' || n, (SELECT id FROM organisation LIMIT 1), md5('a' || n)::uuid, '{}', '{}', '{"kind":"public"}', now(), now() - n * interval '1 hour' FROM generate_series(1, 20000) n`);
  await db.$executeRawUnsafe(`INSERT INTO media_audio_track (id, asset_id, lang, label, position)
    SELECT md5('t' || n)::uuid, md5('a' || n)::uuid, CASE WHEN n % 500 = 0 THEN 'kk' ELSE 'ru' END, 'x', 0 FROM generate_series(1, 20000) n`);
  await db.$executeRawUnsafe(`INSERT INTO caption_track (id, asset_id, lang, origin, created_at)
    SELECT md5('t' || n)::uuid, md5('a' || n)::uuid, CASE WHEN n % 500 = 0 THEN 'en' ELSE 'ru' END, 'author', now() FROM generate_series(1, 20000) n`);
  await db.$executeRawUnsafe('ANALYZE');
  const plan = async (query: string) => {
    const rows = await db.$queryRaw<Record<string, string>[]>(Prisma.sql`EXPLAIN ${Prisma.raw(query)}`);
    return rows.flatMap((each) => Object.values(each)).join('\n');
  };
  const list = await plan(
    `SELECT id FROM recording WHERE published_at IS NOT NULL AND withdrawn_at IS NULL ORDER BY published_at DESC, id DESC LIMIT 25`,
  );
  expect(list).toContain('recording_published_at_id_idx');
  expect(await plan(`SELECT asset_id FROM media_audio_track WHERE lang = 'kk'`)).toContain(
    'media_audio_track_lang_asset_id_idx',
  );
  expect(await plan(`SELECT asset_id FROM caption_track WHERE lang = 'en'`)).toContain(
    'caption_track_lang_asset_id_idx',
  );
});
