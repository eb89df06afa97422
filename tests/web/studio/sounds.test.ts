import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '~/platform/ids';
import { heardIn, makeTone } from '../../domain/sounds/tones';
import { drainJobs } from '../../support/drain-jobs';
import { packageRecordings } from '../../support/package-recordings';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
const PAGE = '/ru/studio/recordings/kuzushi/sounds';
let clients: Record<'instructor' | 'editor' | 'coach', WebClient>;
let assetId: string;

beforeAll(async () => {
  const [instructor, editor, coach] = [
    await site.current.signIn('instructor'),
    await site.current.signIn('editor'),
    await site.current.signIn('coach'),
  ];
  clients = { instructor, editor, coach };
  await packageRecordings(site.current.services, 'kuzushi');
  ({ assetId } = await db().recording.findUniqueOrThrow({ where: { slug: 'kuzushi' } }));
}, 400_000);

const db = () => site.current.services.database.client;
const drain = () => drainJobs(site.current.services, { video: true });

const TUS = { 'tus-resumable': '1.0.0' };

/** Begins the upload of a sound, and sends it whole when it may. */
async function send(who: keyof typeof clients, content: Buffer, sound: string, key: string = newId()) {
  const facts = { filename: 'переводчик.mp3', asset: assetId, sound, key };
  const metadata = Object.entries(facts).map(
    ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
  );
  const begun = await clients[who].send('/uploads', {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(content.length), 'upload-metadata': metadata.join(',') },
  });
  if (begun.status !== 201) return begun;
  const headers = { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  return clients[who].send(begun.location, { method: 'PATCH', body: content, headers });
}

const post = (who: keyof typeof clients, intent: string, fields: Record<string, string>) =>
  clients[who].post(PAGE, { intent, ...fields });

const read = async (path: string, who: keyof typeof clients = 'editor') => {
  const { status, text } = await clients[who].get(path);
  return { status, text: text.replace(/<!-- -->/g, '') };
};

const saved = () => db().addedSound.findFirstOrThrow({ where: { assetId, removedAt: null } });

describe('an interpreter’s sound', () => {
  it('finds its place: languages of the recording’s own file are taken, the others are free', async () => {
    const { text } = await read(PAGE);
    expect(text).toContain('Звук из зала');
    expect(text.match(/data-island="upload"/g)).toHaveLength(2);
    const taken = await send('editor', Buffer.from('x'), 'ja');
    expect([taken.status, JSON.parse(taken.text).error.code]).toEqual([409, 'sounds.language-taken']);
    expect((await send('coach', Buffer.from('x'), 'kk')).status).toBe(403);
    expect((await send('editor', Buffer.from('x'), 'de')).status).toBe(422);
    expect((await read(PAGE, 'coach')).status).toBe(403);
  });

  it('is sent by an editor, once though sent twice, and is looked at', async () => {
    const file = await makeTone({ seconds: 8, format: 'mp3' });
    const key = newId();
    expect((await send('editor', file, 'kk', key)).status).toBe(204);
    expect((await read(PAGE)).text).toContain('data-events="/packaging/kuzushi"');
    expect((await send('editor', file, 'kk', key)).status).not.toBe(204);
    await drain();
    expect(await db().addedSound.count({ where: { assetId } })).toBe(1);
    const { text } = await read(PAGE);
    expect(text).toContain('переводчик.mp3');
    expect(text).toContain('Слышите только Вы');
    expect(text).not.toContain('data-events=');
    expect((await read('/ru/studio/recordings/kuzushi')).text).not.toContain('переводчик.mp3');
    expect((await read('/ru/recordings/kuzushi', 'coach')).text).not.toContain('Қазақша дыбыс');
  }, 120_000);

  it('is listened to beside the picture, by this session alone and in parts', async () => {
    const { id } = await saved();
    const { text } = await read(`${PAGE}?sound=${id}`);
    expect(text).toContain('data-island="align"');
    const address = /<audio[^>]* src="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(/<video[^>]* src="\/media\/[^"]+single-ja\.mp4"/.test(text)).toBe(true);
    const whole = await clients.editor.get(address);
    expect([whole.status, whole.headers['content-type']]).toEqual([200, 'audio/mp4']);
    expect((await heardIn(whole.body))?.from).toBeCloseTo(2, 1);
    const part = await clients.editor.get(address, { range: 'bytes=10-19' });
    expect([part.status, part.body.length]).toEqual([206, 10]);
    expect(part.body).toEqual(whole.body.subarray(10, 20));
    expect((await clients.instructor.get(address)).status).toBe(403);
    expect((await site.current.visitor().get(address)).status).toBe(403);
  });

  it('is saved with its offset and its name, and viewers hear the next version', async () => {
    const { id: sound } = await saved();
    for (const offset of ['', 'x', '1.5', '99999999999'])
      expect((await post('editor', 'save', { sound, label: 'Қазақша дыбыс', offset })).status).toBe(422);
    const far = { intent: 'save', sound, label: 'Қазақша дыбыс', offset: '80000000' };
    const beyond = await clients.editor.post(`${PAGE}?sound=${sound}`, far);
    expect([beyond.status, beyond.text.includes('value="80000000"')]).toEqual([422, true]);
    expect(beyond.text).toContain('С таким сдвигом звук не попадёт в запись.');
    expect((await post('coach', 'save', { sound, label: 'x', offset: '0' })).status).toBe(403);
    for (const _twice of [1, 2]) {
      const { status } = await post('editor', 'save', { sound, label: 'Қазақша дыбыс', offset: '-1500' });
      expect(status).toBe(303);
    }
    expect((await read(PAGE)).text).toContain('Войдёт в следующую версию');
    await drain();
    const { text } = await read(PAGE);
    expect(text).toContain('Слышат зрители');
    expect(text).toMatch(/На 1[\s ]?500 мс раньше изображения/);
    const page = await read('/ru/recordings/kuzushi', 'coach');
    expect(page.text).toContain('Қазақша дыбыс');
    const single = /href="(\/media\/[^"]+single-kk\.mp4)"/.exec(page.text)?.[1] ?? '';
    expect((await heardIn((await clients.coach.get(single)).body))?.from).toBeCloseTo(0.5, 1);
    expect(await db().mediaAsset.findUnique({ where: { id: assetId } })).toMatchObject({
      packagingVersion: 2,
    });
  }, 120_000);

  it('a text named .mp3 is refused in words', async () => {
    expect((await send('instructor', Buffer.from('no sound\n'.repeat(200)), 'en')).status).toBe(204);
    await drain();
    expect((await read(PAGE)).text).toContain('Это не аудиозапись, или файл обрывается.');
  });

  it('is removed, once and again', async () => {
    const { id: sound } = await db().addedSound.findFirstOrThrow({ where: { assetId, lang: 'kk' } });
    for (const _twice of [1, 2]) expect((await post('editor', 'remove', { sound })).status).toBe(303);
    await drain();
    expect((await read('/ru/recordings/kuzushi', 'coach')).text).not.toContain('Қазақша дыбыс');
    expect((await post('editor', 'remove', { sound: newId() })).status).toBe(404);
  }, 120_000);

  it('nothing of this was a fault', () => {
    expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
