import { beforeAll, describe, expect, it } from 'vitest';
import { examineAgain } from '~/domain/sounds/examine-again.server';
import { examineSound } from '~/domain/sounds/examine-sound.server';
import { examineSoundJob } from '~/domain/sounds/jobs.server';
import { openPreview } from '~/domain/sounds/open-preview.server';
import { removeSound } from '~/domain/sounds/remove-sound.server';
import { requireSoundPlace } from '~/domain/sounds/require-sound-place.server';
import { saveSound } from '~/domain/sounds/save-sound.server';
import { newId } from '~/platform/ids';
import { handleJob } from '~/worker-handlers.server';
import { useWorld } from '../../support/database';
import { type SoundsScene, soundsScene } from './sounds-world';
import { heardIn, makeRecording, makeTone } from './tones';

const world = useWorld();
let scene: SoundsScene;

beforeAll(async () => {
  scene = await soundsScene(world.current, await makeRecording({ seconds: 4 }));
}, 120_000);

const refused = async (content: Buffer, name: string) => {
  const { sound, fileKey } = await scene.receive(content, 'kk', name);
  expect(await scene.owner.storage.find(fileKey)).toBeNull();
  return [sound?.state, sound?.refusal, sound?.preview];
};

describe('what is looked at by its content', () => {
  it.each(['mp3', 'm4a', 'wav', 'ogg', 'flac'] as const)('takes %s, whatever its name', async (format) => {
    const { sound } = await scene.receive(await makeTone({ seconds: 4, format }), 'en', 'sound.bin');
    expect(sound).toMatchObject({ state: 'draft', refusal: null });
    const chunks: Buffer[] = [];
    for await (const chunk of scene.owner.storage.read(`sounds/${sound?.id}/preview.m4a`))
      chunks.push(Buffer.from(chunk));
    expect((await heardIn(Buffer.concat(chunks)))?.from).toBeCloseTo(2, 1);
  });

  it('refuses a text, lists of further files, a picture without sound, and what breaks off', async () => {
    const text = Buffer.from('This is no sound, whatever its name says.\n'.repeat(500));
    expect(await refused(text, 'interpreter.mp3')).toEqual(['refused', 'unreadable', null]);
    expect(await refused(Buffer.from('ffconcat version 1.0\nfile /etc/passwd\n'), 'a.wav')).toEqual([
      ...['refused', 'unreadable', null],
    ]);
    const silent = await makeRecording({ seconds: 2, hasSound: false });
    expect(await refused(silent, 'interpreter.m4a')).toEqual(['refused', 'without-sound', null]);
    const whole = await makeTone({ seconds: 4, format: 'm4a' });
    expect(await refused(whole.subarray(0, whole.length / 2), 'half.m4a')).toEqual([
      ...['refused', 'unreadable', null],
    ]);
  });

  it('refuses another length than the recording’s', async () => {
    expect(await refused(await makeTone({ seconds: 0.5, format: 'wav' }), 'a.wav')).toEqual([
      ...['refused', 'too-short', null],
    ]);
    const long = await makeTone({ seconds: 70, format: 'mp3' });
    expect(await refused(long, 'a.mp3')).toEqual(['refused', 'too-long', null]);
  });

  it('keeps a file that nobody could look at, and looks at it again when asked', async () => {
    const { sound, id: soundId } = await scene.receive(await makeTone({ seconds: 4 }), 'ru');
    expect(sound?.state).toBe('draft');
    await scene.owner.db.addedSound.update({ where: { id: soundId }, data: { durationMs: null } });
    const withLocalFile = () => Promise.reject(new Error('the disk is away'));
    const ctx = world.current.ctx();
    const away = { ...ctx, storage: { ...ctx.storage, withLocalFile } };
    const state = async () => (await scene.sounds()).find(({ id }) => id === soundId)?.state;
    await expect(examineSound(away, { soundId })).rejects.toThrow('away');
    expect(await state()).toBe('checking');
    const last = handleJob(away, examineSoundJob.name, { soundId }, { isLastTry: true });
    await expect(last).rejects.toThrow('away');
    expect(await state()).toBe('failed');
    const { recordingId } = scene;
    await expect(examineAgain(scene.colleague, { recordingId, soundId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await examineAgain(scene.editor, { recordingId, soundId });
    expect(await state()).toBe('checking');
    await scene.drain();
    expect(await state()).toBe('draft');
  });

  it('keeps one file in waiting for each language', async () => {
    const first = await scene.receive(await makeTone({ seconds: 4 }), 'ru');
    const second = await scene.receive(await makeTone({ seconds: 4 }), 'ru');
    expect((await scene.sounds()).filter(({ lang }) => lang === 'ru').map(({ id }) => id)).toEqual([
      second.id,
    ]);
    expect(await scene.owner.storage.find(first.fileKey)).toBeNull();
    expect(await scene.owner.storage.find(second.fileKey)).not.toBeNull();
  });
});

describe('who may', () => {
  const place = (ctx: SoundsScene['owner'], lang: 'ja' | 'en' = 'en') =>
    requireSoundPlace(ctx, { assetId: scene.assetId, lang });

  it('send: those who prepare the recording, in languages that its file has not', async () => {
    await place(scene.owner);
    await place(scene.editor);
    for (const other of [scene.colleague, world.current.ctx()])
      await expect(place(other)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(place(scene.owner, 'ja')).rejects.toMatchObject({ code: 'sounds.language-taken' });
    await expect(requireSoundPlace(scene.owner, { assetId: newId(), lang: 'en' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('save and remove: nobody else, and only sounds of this recording', async () => {
    const { recordingId } = scene;
    const [sound] = await scene.sounds();
    const input = { recordingId, soundId: sound?.id ?? '', label: 'English', offsetMs: 0 };
    await expect(saveSound(scene.colleague, input)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(removeSound(scene.colleague, input)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(scene.sounds(scene.colleague)).rejects.toMatchObject({ kind: 'forbidden' });
    for (const act of [saveSound, removeSound])
      await expect(act(scene.owner, { ...input, soundId: newId() })).rejects.toMatchObject({
        code: 'sounds.no-such-sound',
      });
  });

  it('save an offset that leaves something to hear', async () => {
    const { recordingId } = scene;
    const sound = (await scene.sounds()).find(({ state }) => state === 'draft');
    const input = { recordingId, soundId: sound?.id ?? '', label: 'English' };
    for (const offsetMs of [-4_100, 4_100])
      await expect(saveSound(scene.owner, { ...input, offsetMs })).rejects.toMatchObject({
        ...{ code: 'sounds.beyond', extras: { field: 'offset' } },
      });
    const bad = (await scene.sounds()).find(({ state }) => state === 'refused');
    await expect(
      saveSound(scene.owner, { ...input, soundId: bad?.id ?? '', offsetMs: 0 }),
    ).rejects.toMatchObject({ code: 'sounds.not-ready' });
  });

  it('listen before: with an address of their own session, for 50 minutes', async () => {
    const sound = (await scene.sounds()).find(({ state }) => state === 'draft');
    const token = sound?.preview?.split('/')[2] ?? '';
    const open = (sessionId: string | null, sent = token, ctx = world.current.ctx()) =>
      openPreview(ctx, { token: sent, sessionId, range: 'bytes=0-99' });
    expect(await open('test')).toMatchObject({ range: { start: 0, end: 99 } });
    const later = {
      ...world.current.ctx(),
      clock: { ...world.current.clock, now: () => new Date('2099-01-01') },
    };
    const changed = `${token.slice(0, -2)}xx`;
    for (const asked of [open(null), open('other'), open('test', changed), open('test', token, later)])
      await expect(asked).rejects.toMatchObject({ code: 'sounds.address-refused' });
  });
});
