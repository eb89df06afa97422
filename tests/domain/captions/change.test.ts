import { beforeEach, expect, test } from 'vitest';
import { changeCues } from '~/domain/captions/change-cues.server';
import { getTrackPage } from '~/domain/captions/get-track-page.server';
import type { CueChange } from '~/domain/captions/inputs';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { openScene, type Scene, writeTrack } from './scene';

const world = useWorld();
let scene: Scene;

beforeEach(async () => {
  scene = await openScene(world.current);
  await writeTrack(scene, 'ru', ['Шаг\nповорот', 'Захват', 'Бросок']);
});

const page = (actor = scene.editor) =>
  getTrackPage(scene.as(actor), { assetId: scene.assetId, lang: 'ru', side: null, from: 0, only: 'all' });
const change = (made: CueChange, actor = scene.editor) =>
  changeCues(scene.as(actor), { assetId: scene.assetId, lang: 'ru', change: made });
const texts = async () => (await page()).page.map(({ text }) => text);
const cue = async (at: number) => {
  const found = (await page()).page[at];
  if (!found) throw new Error(`There is no cue ${at}`);
  const { id: cueId, version, startMs, endMs, text } = found;
  return { cueId, version, startMs, endMs, text };
};
const found = async () => {
  const rows = await world.current.ctx().db.searchDocument.findMany({
    where: { groupKey: `asset:${scene.assetId}`, kind: 'caption', lang: 'ru' },
    orderBy: { seconds: 'asc' },
    select: { id: true, seconds: true, text: true },
  });
  return rows;
};

test('a saved cue alone is written, also in the search index; saved twice, once', async () => {
  const before = await found();
  const second = await cue(1);
  const made = { kind: 'save' as const, ...second, text: 'Захват рукава' };
  const first = await change(made);
  expect(first.saved).toMatchObject({ cue: { text: 'Захват рукава', version: 2 }, filled: 3, cues: 3 });
  expect(await change(made)).toMatchObject({ changeId: null, revision: first.revision });
  const after = await found();
  expect(after.map(({ text }) => text)).toEqual(['Шаг поворот', 'Захват рукава', 'Бросок']);
  expect([after[0]?.id, after[2]?.id]).toEqual([before[0]?.id, before[2]?.id]);
});

test('two people, one cue: the second learns of it and may decide; nothing is lost', async () => {
  const seen = await cue(0);
  await change({ kind: 'save', ...seen, text: 'Первый' }, scene.instructor);
  const late = change({ kind: 'save', ...seen, text: 'Второй' });
  await expect(late).rejects.toMatchObject({
    code: 'captions.cue-changed',
    extras: { params: { text: 'Первый', version: 2 } },
  });
  await change({ kind: 'save', ...seen, version: 2, text: 'Второй' });
  expect((await texts())[0]).toBe('Второй');
  await change({ kind: 'remove', cueId: seen.cueId, version: 3 }, scene.instructor);
  await change({ kind: 'remove', cueId: seen.cueId, version: 3 }, scene.instructor);
  await expect(change({ kind: 'save', ...seen, version: 3, text: 'x' })).rejects.toMatchObject({
    code: 'captions.cue-gone',
  });
});

test('split, join, insert, remove, each undone by the one who did it', async () => {
  const original = await texts();
  const [first, newSplit, newInsert] = [await cue(0), newId(), newId()];
  const split = { kind: 'split' as const, ...first, newId: newSplit, at: null };
  const ids = [(await change(split)).changeId];
  expect((await change(split)).changeId).toBeNull();
  expect(await texts()).toEqual(['Шаг', 'поворот', 'Захват', 'Бросок']);
  ids.push((await change({ kind: 'join', ...(await cue(1)) })).changeId);
  expect(await texts()).toEqual(['Шаг', 'поворот\nЗахват', 'Бросок']);
  const insert = { kind: 'insert' as const, newId: newInsert, startMs: 9000, endMs: 9900, text: 'Всё' };
  ids.push((await change(insert)).changeId);
  expect((await change(insert)).changeId).toBeNull();
  const { cueId, version } = await cue(2);
  ids.push((await change({ kind: 'remove', cueId, version })).changeId);
  expect(await texts()).toEqual(['Шаг', 'поворот\nЗахват', 'Всё']);
  for (const id of ids.reverse()) {
    const undo: CueChange = { kind: 'undo', changeId: id ?? '' };
    await expect(change(undo, scene.instructor)).rejects.toMatchObject({ kind: 'not-found' });
    await change(undo);
    await change(undo);
  }
  expect(await texts()).toEqual(original);
  expect((await found()).map(({ text }) => text)).toEqual(['Шаг поворот', 'Захват', 'Бросок']);
});

test('what somebody changed since is not undone over their heads', async () => {
  const { changeId } = await change({ kind: 'save', ...(await cue(0)), text: 'Моё' });
  await change({ kind: 'save', ...(await cue(0)), text: 'Чужое' }, scene.instructor);
  await expect(change({ kind: 'undo', changeId: changeId ?? '' })).rejects.toMatchObject({
    code: 'captions.undo-overtaken',
  });
});

test('a shift moves all cues from a time on, once, and never through others', async () => {
  const { revision } = await page();
  const shift = { kind: 'shift' as const, revision, fromMs: 2000, byMs: 2000 };
  const { changeId } = await change(shift);
  expect((await change(shift)).changeId).toBeNull();
  const starts = async () => (await page()).page.map(({ startMs, endMs }) => [startMs, endMs]);
  expect(await starts()).toEqual([
    [0, 2000],
    [4000, 6000],
    [6000, 8000],
  ]);
  expect((await found()).map(({ seconds }) => seconds)).toEqual([0, 4, 6]);
  const now = (await page()).revision;
  const back = (byMs: number, fromMs = 4000) => change({ kind: 'shift', revision: now, fromMs, byMs });
  await expect(back(-4000)).rejects.toMatchObject({ code: 'captions.shift-crosses' });
  await expect(back(-1, 0)).rejects.toMatchObject({ code: 'captions.shift-outside' });
  await expect(change({ kind: 'shift', revision: 1_000, fromMs: 0, byMs: 5 })).rejects.toMatchObject({
    code: 'captions.track-changed',
  });
  await change({ kind: 'undo', changeId: changeId ?? '' });
  expect((await starts())[2]).toEqual([4000, 6000]);
});

test('a time that another cue has is refused at its field', async () => {
  await expect(change({ kind: 'save', ...(await cue(0)), startMs: 2000, endMs: 4000 })).rejects.toMatchObject(
    {
      code: 'captions.start-taken',
      extras: { field: 'start' },
    },
  );
});

test('nobody outside the organisation, and an editor of one language only in it', async () => {
  const made = { kind: 'save' as const, ...(await cue(0)), text: 'x' };
  await expect(change(made, scene.stranger)).rejects.toMatchObject({ kind: 'not-found' });
  const grants = scene.editor.grants.map((grant) => ({ ...grant, lang: 'kk' as const }));
  await expect(change(made, { ...scene.editor, grants })).rejects.toMatchObject({ kind: 'forbidden' });
});

test('five thousand cues: a page and a saved cue cost as little as of ten', async () => {
  await writeTrack(
    scene,
    'ru',
    Array.from({ length: 5000 }, (_each, at) => `Реплика ${at}`),
  );
  const first = await page();
  expect([first.page.length, first.cues, first.next]).toEqual([25, 5000, 50_000]);
  const began = process.cpuUsage();
  await change({ kind: 'save', ...(await cue(3)), text: 'Другая' });
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
});
