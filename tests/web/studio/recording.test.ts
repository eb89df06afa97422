import { beforeAll, describe, expect, it } from 'vitest';
import { packageRecordings } from '../../support/package-recordings';
import { useSite } from '../../support/site';
import { isTurn } from '../../support/turn';
import type { Answer, WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
const PAGE = '/ja/studio/recordings/kuzushi';
let clients: Record<'instructor' | 'editor' | 'coach', WebClient>;

beforeAll(async () => {
  const [instructor, editor, coach] = [
    await site.current.signIn('instructor'),
    await site.current.signIn('editor'),
    await site.current.signIn('coach'),
  ];
  clients = { instructor, editor, coach };
  await packageRecordings(site.current.services, 'kuzushi');
}, 400_000);

const post = (
  who: keyof typeof clients,
  intent: string,
  fields: Record<string, string> = {},
): Promise<Answer> => clients[who].post(PAGE, { intent, ...fields });

const read = async (path: string, who?: keyof typeof clients) => {
  const { text } = await (who ? clients[who] : site.current.visitor()).get(path);
  return text.replace(/<!-- -->/g, '');
};

const db = () => site.current.services.database.client;

describe('chapters', () => {
  it('a technique chosen in Japanese is read in every reader’s script, and is written once', async () => {
    for (const _twice of [1, 2]) {
      const { status } = await post('editor', 'write-chapter', { start: '0:08', technique: 'うちまた' });
      expect(status).toBe(303);
    }
    expect(await db().chapter.count({ where: { startMs: 8_000, techniqueId: 'uchi-mata' } })).toBe(1);
    expect(await read('/ja/recordings/kuzushi')).toContain('内股');
    for (const lang of ['ru', 'kk']) expect(await read(`/${lang}/recordings/kuzushi`)).toContain('Учи-мата');
  });

  it('is refused at its field with what was typed kept', async () => {
    const taken = await post('editor', 'write-chapter', { start: '8', title_ja: 'もう一つの章' });
    expect([taken.status, taken.text.includes('もう一つの章')]).toEqual([409, true]);
    expect(taken.text).toContain('この時刻には別のチャプターがあります');
    for (const start of ['abc', '1:99:99:99', '-5', '0:5'])
      expect((await post('editor', 'write-chapter', { start, title_ja: 'x' })).status, start).toBe(422);
    const unknown = await post('editor', 'write-chapter', { start: '0:20', technique: 'no such throw' });
    expect(unknown.status).toBe(422);
    expect((await post('editor', 'write-chapter', { start: '0:20' })).text).toContain(
      '題名を書くか、技を選んでください',
    );
  });

  it('goes away, once and again', async () => {
    for (const _twice of [1, 2])
      expect((await post('editor', 'remove-chapter', { start: '8000' })).status).toBe(303);
    expect(await read('/ru/recordings/kuzushi')).not.toContain('kuzushi?t=8"');
  });
});

describe('rights', () => {
  it('are the instructor’s: an editor prepares titles and nothing else', async () => {
    expect((await post('editor', 'edit', { title_ja: '崩しの八方', title_ru: 'Кудзуси' })).status).toBe(303);
    expect(await read('/ru/recordings/kuzushi')).toContain('Кудзуси');
    const rights = { credit: 'Somebody else', who: 'public', until: '' };
    expect((await post('editor', 'rights', rights)).status).toBe(403);
    for (const intent of ['publish', 'withdraw'])
      expect((await post('editor', intent, { version: '1' })).status).toBe(403);
    expect(await read(PAGE, 'editor')).not.toContain('name="credit"');
  });

  it('hold at once: who may watch, until when, in whose name', async () => {
    expect((await post('instructor', 'rights', { credit: '井上', who: 'enrolled' })).status).toBe(422);
    const rights = { credit: 'デモ講師 (Demo)', who: 'account', until: '2028-03-31' };
    expect((await post('instructor', 'rights', rights)).status).toBe(303);
    const shown = await read('/ja/recordings/kuzushi');
    expect(shown).toContain('デモ講師 (Demo)');
    expect(shown).toContain('/ja/sign-in?to=');
    expect(shown).not.toContain('<video');
    expect((await post('instructor', 'rights', { ...rights, who: 'public' })).status).toBe(303);
    expect(await read('/ja/recordings/kuzushi')).toContain('<video');
  });
});

describe('a part is taken away', () => {
  const addresses = async () => {
    const page = await read('/ru/recordings/kuzushi', 'coach');
    const base = /poster="(\/media\/[^"]+\/)poster\.jpg"/.exec(page)?.[1] ?? '';
    return { page, open: (file: string) => clients.coach.get(base + file) };
  };

  it('from every viewer: gaps, no segment, no small file, no captions, until the version without it', async () => {
    expect((await post('editor', 'withdraw-span', { from: '0:08', to: '0:04' })).status).toBe(422);
    for (const _twice of [1, 2])
      expect((await post('editor', 'withdraw-span', { from: '0:04', to: '0:08' })).status).toBe(303);
    const { page, open } = await addresses();
    expect(page).toContain('1 часть этой записи убрана');
    const playlist = (await open('v240/index.m3u8')).text;
    expect(playlist.match(/#EXT-X-GAP/g)).toHaveLength(1);
    expect(playlist).toMatch(/#EXT-X-GAP\n#EXTINF:4[.\d]*,\n00001\.m4s/);
    const statuses = [
      'v240/00000.m4s',
      'v240/00001.m4s',
      'v240/00002.m4s',
      'a-ru/00001.m4s',
      'single-ru.mp4',
    ];
    expect(await Promise.all(statuses.map(async (file) => (await open(file)).status))).toEqual([
      200, 410, 200, 410, 410,
    ]);
    const { parts } = JSON.parse((await open('parts.json')).text) as { parts: [number, number][] };
    expect(parts[0]).toEqual([4_000, 8_000]);
    expect(parts.every(([start, end]) => start < 8_000 && end > 4_000 && end - start < 8_100)).toBe(true);
    const captions = (await open('captions/ru.vtt')).text;
    const starts = [...captions.matchAll(/^(\d\d):(\d\d):(\d\d)\.(\d{3}) --> /gm)].map(
      ([, h, m, s, ms]) => Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000,
    );
    expect(starts.length).toBeGreaterThan(1);
    expect(starts.filter((start) => start >= 4 && start < 8)).toEqual([]);
  });

  it.runIf(isTurn(2))(
    'and the next version plays whole again, blank there',
    async () => {
      await packageRecordings(site.current.services, 'kuzushi');
      const { open } = await addresses();
      expect((await open('v240/index.m3u8')).text).not.toContain('EXT-X-GAP');
      expect((await open('v240/00001.m4s')).status).toBe(200);
      expect((await open('single-ru.mp4')).status).toBe(200);
      expect(JSON.parse((await open('parts.json')).text)).toEqual({ parts: [] });
      expect(await read(PAGE, 'editor')).toContain('削除済み');
    },
    200_000,
  );

  it('nothing of this was a fault', () => {
    expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

describe('the whole is taken away', () => {
  const renew = (token: string) =>
    clients.coach.send('/media/renew', {
      method: 'POST',
      body: JSON.stringify({ token }),
      headers: { origin: site.current.origin, 'content-type': 'application/json' },
    });

  it('no address is renewed once it is shown to others only, or to nobody', async () => {
    const tokenNow = async () =>
      /&quot;token&quot;:&quot;([^&]+)&quot;/.exec(await read('/ru/recordings/kuzushi', 'coach'))?.[1] ?? '';
    const rights = { credit: 'デモ講師', who: 'account', until: '' };
    const open = await tokenNow();
    expect((await renew(open)).status).toBe(200);
    expect((await post('instructor', 'rights', rights)).status).toBe(303);
    expect((await renew(open)).status).toBe(410);
    const own = await tokenNow();
    expect((await renew(own)).status).toBe(200);
    expect((await post('instructor', 'withdraw')).status).toBe(303);
    expect((await renew(own)).status).toBe(410);
  });
});
