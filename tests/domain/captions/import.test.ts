import { beforeAll, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { confirmImport } from '~/domain/captions/confirm-import.server';
import { exportTrack } from '~/domain/captions/export-track.server';
import { getImport } from '~/domain/captions/get-import.server';
import type { PreviewImportInput } from '~/domain/captions/inputs';
import { listCues } from '~/domain/captions/list-cues.server';
import { previewImport } from '~/domain/captions/preview-import.server';
import { useWorld } from '../../support/database';
import { openScene, type Scene, writeTrack } from './scene';

const world = useWorld();
let scene: Scene;

beforeAll(async () => {
  scene = await openScene(world.current);
});

const file = (bytes: Uint8Array | string, more: Partial<PreviewImportInput> = {}): PreviewImportInput => ({
  ...{ assetId: scene.assetId, lang: 'ru', origin: 'author', encoding: 'auto', fileName: 'captions.srt' },
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  ...more,
});

/** Cyrillic in Windows-1251: А is 0xC0. */
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].map((sign) => (/[А-я]/.test(sign) ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))),
  );

const SRT =
  '1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>Захват</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\nБросок\r\n';

const said = async (lang: 'ru' | 'ja') =>
  (await listCues(scene.as(null), { assetId: scene.assetId, lang })).map(({ startMs, endMs, text }) => [
    ...[startMs, endMs, text],
  ]);

test('a file is looked at first, saved when its sender says so, and only once', async () => {
  await writeTrack(scene, 'ru', ['Раньше']);
  const ctx = scene.as(scene.editor);
  const { importId } = await previewImport(ctx, file(cp1251(SRT)));
  expect(await said('ru')).toEqual([[0, 2000, 'Раньше']]);
  const preview = await getImport(ctx, { assetId: scene.assetId, importId, from: 0 });
  expect(preview).toMatchObject({
    ...{ encoding: 'windows-1251', format: 'srt', cues: 2, replaces: 1, total: 2 },
    notes: [
      { line: 2, code: 'tags-dropped' },
      { line: 2, code: 'shortened' },
    ],
  });
  const confirm = () => confirmImport(ctx, { assetId: scene.assetId, importId });
  await confirm();
  const after = [
    [1000, 3000, 'Захват'],
    [3000, 5000, 'Бросок'],
  ];
  expect(await said('ru')).toEqual(after);
  await writeTrack(scene, 'ru', ['Позже']);
  await confirm();
  expect(await said('ru')).toEqual([[0, 2000, 'Позже']]);
  expect(await getImport(ctx, { assetId: scene.assetId, importId, from: 0 })).toBeNull();
});

test('somebody else neither sees nor confirms it', async () => {
  const { importId } = await previewImport(scene.as(scene.editor), file(SRT));
  for (const actor of [scene.instructor, scene.stranger]) {
    const asked = { assetId: scene.assetId, importId, from: 0 };
    await expect(getImport(scene.as(actor), asked)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(confirmImport(scene.as(actor), asked)).rejects.toMatchObject({ kind: 'not-found' });
  }
  await expect(previewImport(scene.as(scene.stranger), file(SRT))).rejects.toMatchObject({
    kind: 'not-found',
  });
  await expect(previewImport(scene.as(null), file(SRT))).rejects.toMatchObject({ kind: 'forbidden' });
});

test('what is no caption file is refused at its field, in words', async () => {
  const refusal = (input: PreviewImportInput) =>
    previewImport(scene.as(scene.editor), input).then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );
  expect(await refusal(file('hello'))).toBe('captions.no-cues');
  expect(await refusal(file(Uint8Array.from([0x80, 0x81, 0xff, 0xfd, 0xa0])))).toBe(
    'captions.encoding-unknown',
  );
  expect(await refusal(file(cp1251(SRT), { encoding: 'utf-8' }))).toBe('captions.encoding-unknown');
  expect(await refusal(file(new Uint8Array(2_000_001)))).toBe('captions.file-too-large');
  const clock = (at: number) => new Date(at * 1000).toISOString().slice(11, 19);
  const many = Array.from(
    { length: 20_001 },
    (_each, at) => `${clock(at)},000 --> ${clock(at + 1)},000\nx\n`,
  );
  expect(await refusal(file(many.join('\n')))).toBe('captions.too-many-cues');
});

test('an export is accepted by a strict parser', async () => {
  await writeTrack(scene, 'ja', ['内股 <崩し>', 'a --> b & c']);
  const exported = (format: 'vtt' | 'srt') =>
    exportTrack(scene.as(scene.instructor), { assetId: scene.assetId, lang: 'ja', format });
  const parsed = new WebVTTParser().parse(await exported('vtt'));
  expect([parsed.errors, parsed.cues.map(({ text }) => text)]).toEqual([
    [],
    ['内股 &lt;崩し&gt;', 'a --&gt; b &amp; c'],
  ]);
  expect(await exported('srt')).toContain('1\r\n00:00:00,000 --> 00:00:02,000\r\n内股 <崩し>\r\n');
  await expect(
    exportTrack(scene.as(scene.stranger), { assetId: scene.assetId, lang: 'ja', format: 'vtt' }),
  ).rejects.toMatchObject({ kind: 'not-found' });
});
