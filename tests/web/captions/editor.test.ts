import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let editor: WebClient;
let instructor: WebClient;

beforeAll(async () => {
  editor = await site.current.signIn('editor');
  instructor = await site.current.signIn('instructor');
});

afterAll(() => {
  expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
});

const DESK = '/ru/studio/recordings/tai-sabaki/captions';
const KK = `${DESK}/kk`;

type Cue = { cueId: string; version: string; newId: string; start: string; end: string; text: string };

const value = (form: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? '';

/** The cues of a page, as its forms hold them. */
function cuesIn(page: string): Cue[] {
  const forms = [...page.matchAll(/<form[^>]*data-cue=.*?<\/form>/gs)].map(([form]) => form);
  return forms.map((form) => ({
    ...{ cueId: value(form, 'cueId'), version: value(form, 'version'), newId: value(form, 'newId') },
    ...{ start: value(form, 'start'), end: value(form, 'end') },
    text: /<textarea[^>]*>([^<]*)</.exec(form)?.[1] ?? '',
  }));
}

async function first(client = editor): Promise<Cue> {
  const [cue] = cuesIn((await client.get(KK)).text);
  if (!cue) throw new Error('The demo has no Kazakh captions');
  return cue;
}

describe('without script', () => {
  it('a cue is saved, split, joined, removed, and undone', async () => {
    const cue = await first();
    const saved = await editor.post(KK, { ...cue, text: 'Бір екі', intent: 'save' });
    expect([saved.status, saved.location]).toEqual([303, `${KK}#c-${cue.cueId}`]);
    await editor.post(KK, { ...(await first()), at: '', intent: 'split' });
    expect(
      cuesIn((await editor.get(KK)).text)
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['Бір', 'екі']);
    await editor.post(KK, { ...(await first()), intent: 'join' });
    expect((await first()).text).toBe('Бір\nекі');
    const { cueId, version } = await first();
    await editor.post(KK, { cueId, version, intent: 'remove' });
    expect((await first()).cueId).not.toBe(cueId);
    const changeId = value((await editor.get(KK)).text, 'changeId');
    expect((await editor.post(KK, { changeId, intent: 'undo' })).status).toBe(303);
    expect((await first()).text).toBe('Бір\nекі');
  });

  it('two people at one cue: the second sees both texts, and nothing typed is lost', async () => {
    const cue = await first();
    await instructor.post(KK, { ...cue, text: 'Нұсқаушы', intent: 'save' });
    const late = await editor.post(KK, { ...cue, text: 'Редактор', intent: 'save' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('тем временем изменил другой человек');
    const [shown] = cuesIn(late.text);
    expect([shown?.text, late.text.includes('Нұсқаушы')]).toEqual(['Редактор', true]);
    expect((await editor.post(KK, { ...cue, ...shown, intent: 'save' })).status).toBe(303);
    expect((await first()).text).toBe('Редактор');
    const { cueId, version } = await first();
    await instructor.post(KK, { cueId, version, intent: 'remove' });
    const gone = await editor.post(KK, { ...cue, version, text: 'Жоғалмасын', intent: 'save' });
    expect([gone.status, gone.text.includes('Жоғалмасын')]).toEqual([409, true]);
    const kept = { newId: cue.newId, start: cue.start, end: cue.end, text: 'Жоғалмасын', intent: 'insert' };
    expect((await editor.post(KK, kept)).status).toBe(303);
    expect((await first()).text).toBe('Жоғалмасын');
  });

  it('a time that cannot be read is refused beside its cue, with what was typed', async () => {
    const cue = await first();
    const refused = await editor.post(KK, { ...cue, start: 'soon', intent: 'save' });
    expect(refused.status).toBe(422);
    expect(cuesIn(refused.text)[0]?.start).toBe('soon');
    expect(refused.text).toContain('Напишите время');
    const backwards = await editor.post(KK, { ...cue, start: '0:09', end: '0:01', intent: 'save' });
    expect([backwards.status, backwards.text.includes('Конец должен быть позже')]).toEqual([422, true]);
  });

  it('a shift from the page, and a page from a time', async () => {
    const revision = value((await editor.get(KK)).text, 'revision');
    const before = await first();
    expect((await editor.post(KK, { revision, from: '0:00', by: '0,5', intent: 'shift' })).status).toBe(303);
    expect((await editor.post(KK, { revision, from: '0:00', by: '0,5', intent: 'shift' })).status).toBe(303);
    expect((await first()).start).not.toBe(before.start);
    const changeId = value((await editor.get(KK)).text, 'changeId');
    await editor.post(KK, { changeId, intent: 'undo' });
    expect((await first()).start).toBe(before.start);
    const later = cuesIn((await editor.get(`${KK}?at=0:10`)).text);
    expect(later.every(({ start }) => start >= '0:10')).toBe(true);
  });
});

describe('decisions', () => {
  const decide = async (client: WebClient, act: string, note = '') => {
    const revision = value((await editor.get(KK)).text, 'revision');
    return client.post(KK, { intent: 'decide', act, revision, note });
  };

  it('editors review, instructors approve or give back with a note, a change makes a draft', async () => {
    expect((await editor.get(DESK)).text).toContain('Машинный текст');
    expect((await decide(instructor, 'approved')).status).toBe(409);
    expect((await decide(editor, 'reviewed')).status).toBe(303);
    expect((await decide(editor, 'approved')).status).toBe(403);
    expect((await decide(instructor, 'returned')).status).toBe(422);
    expect((await decide(instructor, 'approved')).status).toBe(303);
    expect((await editor.get(DESK)).text).toContain('Утверждено');
    expect((await decide(instructor, 'returned', 'Терминді тексеріңіз')).status).toBe(303);
    expect((await editor.get(KK)).text).toContain('Терминді тексеріңіз');
    const cue = await first();
    await editor.post(KK, { ...cue, text: `${cue.text}!`, intent: 'save' });
    expect((await editor.get(KK)).text).toContain('Черновик');
  });
});

describe('a translation', () => {
  it('shows the source and the fixed words, and warns of those that lack', async () => {
    const page = (await editor.get(`${DESK}/ru?side=ja`)).text;
    expect(page).toContain('cue-beside');
    const { rows } = await site.current.services.database.pool.query<{ asset: string }>(
      `SELECT asset_id AS asset FROM recording WHERE slug = 'tai-sabaki'`,
    );
    const pool = site.current.services.database.pool;
    await pool.query(
      `DELETE FROM caption_change WHERE track_id IN (SELECT id FROM caption_track WHERE asset_id = $1 AND lang = 'en')`,
      [rows[0]?.asset],
    );
    await pool.query(
      `DELETE FROM caption_cue WHERE track_id IN (SELECT id FROM caption_track WHERE asset_id = $1 AND lang = 'en')`,
      [rows[0]?.asset],
    );
    await pool.query(`DELETE FROM caption_track WHERE asset_id = $1 AND lang = 'en'`, [rows[0]?.asset]);
    expect((await editor.post(DESK, { intent: 'translate', from: 'ja', lang: 'en' })).location).toBe(
      `${DESK}/en`,
    );
    const ja = cuesIn((await editor.get(`${DESK}/ja`)).text)[0];
    await editor.post(`${DESK}/ja`, { ...ja, text: '崩しと体さばき', intent: 'save' });
    const [cue] = cuesIn((await editor.get(`${DESK}/en`)).text);
    await editor.post(`${DESK}/en`, { ...cue, text: 'Only words', intent: 'save' });
    const shown = (await editor.get(`${DESK}/en`)).text;
    for (const words of ['Breaking balance', 'Нет термина: 崩し → Breaking balance', 'Переводится'])
      expect(shown).toContain(words);
    await editor.post(`${DESK}/en`, {
      ...cue,
      version: '2',
      text: 'Breaking balance and body movement',
      intent: 'save',
    });
    expect((await editor.get(`${DESK}/en`)).text).not.toContain('Нет термина: 崩し');
    expect((await site.current.visitor().get('/ru/recordings/tai-sabaki')).text).not.toContain(
      'Breaking balance and',
    );
  });
});

describe('POST /captions/cue', () => {
  let cue: Cue;
  beforeEach(async () => {
    cue = await first();
  });
  const send = (client: WebClient, body: object) =>
    client.send('/captions/cue?lang=ru', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { origin: site.current.origin, 'content-type': 'application/json' },
    });
  const body = (more: object = {}) => ({
    ...{ recording: 'tai-sabaki', lang: 'kk', side: 'ja', cueId: cue.cueId, version: Number(cue.version) },
    ...{ start: cue.start, end: cue.end, text: cue.text },
    ...more,
  });

  it('saves a cue and says what stands beside it', async () => {
    const answer = await send(editor, body({ text: 'х'.repeat(300) }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      version: Number(cue.version) + 1,
      warnings: [expect.stringContaining('Не успеть прочитать')],
      changeId: expect.any(String),
    });
    const late = await send(editor, body({ text: 'басқа' }));
    expect(late.status).toBe(409);
    expect(JSON.parse(late.text)).toMatchObject({
      error: { code: 'captions.cue-changed' },
      stored: { text: 'х'.repeat(300), version: Number(cue.version) + 1 },
    });
  });

  it('refuses everything else in words', async () => {
    const status = async (client: WebClient, sent: object) => (await send(client, sent)).status;
    expect(await status(site.current.visitor(), body())).toBe(401);
    expect(await status(await site.current.signIn('coach'), body())).toBe(403);
    expect(await status(editor, body({ recording: 'none' }))).toBe(404);
    expect(await status(editor, body({ start: 'x' }))).toBe(422);
    expect(await status(editor, body({ text: 'a\u0000b' }))).toBe(422);
    expect(await status(editor, body({ text: 'x'.repeat(501) }))).toBe(422);
    expect(await status(editor, body({ version: -1 }))).toBe(422);
    expect(await status(editor, body({ text: 'x'.repeat(100_000) }))).toBe(422);
  });
});

it('another organisation’s recording is not found', async () => {
  const { pool } = site.current.services.database;
  await pool.query(
    `UPDATE recording SET organisation_id = (SELECT id FROM organisation WHERE slug = 'jenys') WHERE slug = 'safe-hall'`,
  );
  const desk = '/ru/studio/recordings/safe-hall/captions';
  for (const path of [desk, `${desk}/ja`, `${desk}/ja/file`])
    expect((await instructor.get(path)).status).toBe(404);
  expect((await editor.get(desk)).status).toBe(200);
  const [cue] = cuesIn((await editor.get(`${desk}/ja`)).text);
  expect((await editor.post(`${desk}/ja`, { ...cue, intent: 'save' })).status).toBe(403);
  expect(
    (await editor.post(`${desk}/kk`, { ...cuesIn((await editor.get(`${desk}/kk`)).text)[0], intent: 'save' }))
      .status,
  ).toBe(303);
});
