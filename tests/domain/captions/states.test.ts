import { beforeEach, expect, test } from 'vitest';
import { changeCues } from '~/domain/captions/change-cues.server';
import { decideTrack } from '~/domain/captions/decide-track.server';
import { getCaptionDesk } from '~/domain/captions/get-caption-desk.server';
import { getTrackPage } from '~/domain/captions/get-track-page.server';
import type { DecisionAct } from '~/domain/captions/inputs';
import { listTracks } from '~/domain/captions/list-tracks.server';
import { replaceTrack } from '~/domain/captions/replace-track.server';
import { startTranslation } from '~/domain/captions/start-translation.server';
import type { Lang } from '~/i18n/locales';
import { useWorld } from '../../support/database';
import { openScene, type Scene, writeTrack } from './scene';

const world = useWorld();
let scene: Scene;

beforeEach(async () => {
  scene = await openScene(world.current);
});

const page = (lang: Lang, actor = scene.editor) =>
  getTrackPage(scene.as(actor), { assetId: scene.assetId, lang, side: null, from: 0, only: 'all' });
const decide = async (lang: Lang, act: DecisionAct, actor = scene.editor, note = '') => {
  const { revision } = await page(lang);
  await decideTrack(scene.as(actor), { assetId: scene.assetId, lang, act, revision, note });
};
const say = async (lang: Lang, at: number, text: string) => {
  const cue = (await page(lang)).page[at];
  if (!cue) throw new Error(`There is no cue ${at}`);
  const { id: cueId, version, startMs, endMs } = cue;
  const change = { kind: 'save' as const, cueId, version, startMs, endMs, text };
  return changeCues(scene.as(scene.editor), { assetId: scene.assetId, lang, change });
};
const state = async (lang: Lang) => (await page(lang)).state;
const offered = async () =>
  (await listTracks(scene.as(null), { assetIds: [scene.assetId] })).get(scene.assetId) ?? [];

test('machine, reviewed by an editor, approved by an instructor; a change makes it a draft', async () => {
  await writeTrack(scene, 'kk', ['Қадам', 'Лақтыру'], 'machine');
  expect(await state('kk')).toBe('machine');
  expect(await offered()).toEqual([{ lang: 'kk', isMachine: true }]);
  await expect(decide('kk', 'approved', scene.instructor)).rejects.toMatchObject({
    code: 'captions.review-first',
  });
  await decide('kk', 'reviewed');
  await decide('kk', 'reviewed');
  expect(await offered()).toEqual([{ lang: 'kk', isMachine: false }]);
  await expect(decide('kk', 'approved')).rejects.toMatchObject({ kind: 'forbidden' });
  await decide('kk', 'approved', scene.instructor);
  expect(await state('kk')).toBe('approved');
  const { tracks } = await getCaptionDesk(scene.as(scene.editor), { assetId: scene.assetId });
  expect(tracks[0]?.decision).toMatchObject({ act: 'approved', by: `Name ${scene.instructor.accountId}` });
  await say('kk', 0, 'Қадам жаса');
  expect(await state('kk')).toBe('draft');
  expect(await offered()).toEqual([{ lang: 'kk', isMachine: false }]);
  expect(
    await world.current.ctx().db.captionDecision.count({ where: { track: { assetId: scene.assetId } } }),
  ).toBe(2);
});

test('given back with a note, which editors read; what was seen is what is decided about', async () => {
  await writeTrack(scene, 'ru', ['Шаг']);
  await decide('ru', 'reviewed');
  const { revision } = await page('ru');
  await decide('ru', 'returned', scene.instructor, 'Термин другой');
  expect(await page('ru')).toMatchObject({ state: 'returned', decision: { note: 'Термин другой' } });
  await say('ru', 0, 'Подшаг');
  const stale = { assetId: scene.assetId, lang: 'ru' as const, act: 'reviewed' as const, revision, note: '' };
  await expect(decideTrack(scene.as(scene.editor), stale)).rejects.toMatchObject({
    code: 'captions.track-changed',
  });
  await expect(decide('ru', 'reviewed', scene.stranger)).rejects.toMatchObject({ kind: 'not-found' });
});

test('a translation beside its source: progress, terms, and viewers only when it is complete', async () => {
  await writeTrack(scene, 'ja', ['内股は崩しから', '礼']);
  const begin = () =>
    startTranslation(scene.as(scene.editor), { assetId: scene.assetId, from: 'ja', lang: 'ru' });
  await begin();
  await begin();
  expect(await page('ru')).toMatchObject({ state: 'translating', side: 'ja', cues: 2, filled: 0 });
  expect((await page('ru')).page.map(({ beside }) => beside)).toEqual(['内股は崩しから', '礼']);
  await say('ru', 0, 'Учи-мата');
  expect(await offered()).toEqual([{ lang: 'ja', isMachine: false }]);
  await expect(decide('ru', 'reviewed')).rejects.toMatchObject({ code: 'captions.not-complete' });
  expect(await page('ru')).toMatchObject({ filled: 1, state: 'translating' });
  await say('ru', 1, 'Поклон');
  expect(await state('ru')).toBe('draft');
  expect((await offered()).map(({ lang }) => lang)).toEqual(['ja', 'ru']);
  await expect(
    startTranslation(scene.as(scene.editor), { assetId: scene.assetId, from: 'ru', lang: 'ja' }),
  ).rejects.toMatchObject({ code: 'captions.has-track' });
});

test('whole tracks are written by their organisation alone; before there is a recording, by any', async () => {
  const cues = [{ startMs: 0, endMs: 1000, text: 'x' }];
  const write = (actor: Scene['editor'] | null, assetId = scene.assetId) =>
    replaceTrack(scene.as(actor), { assetId, lang: 'en', origin: 'author', cues });
  await expect(write(scene.stranger)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(write(null)).rejects.toMatchObject({ kind: 'forbidden' });
  await write(scene.instructor);
  const other = await openScene(world.current);
  await write(scene.stranger, other.assetId);
});
