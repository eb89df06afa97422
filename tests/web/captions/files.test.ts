import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { useSite } from '../../support/site';
import type { Answer, WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let editor: WebClient;

beforeAll(async () => {
  editor = await site.current.signIn('editor');
});

afterAll(() => {
  expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
});

const DESK = '/ru/studio/recordings/kuzushi/captions';
const BOUNDARY = 'x--------x';

/** А is 0xC0 in Windows-1251. */
const cp1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((sign) => (/[А-я]/.test(sign) ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0))),
  );

/** The form of the desk with a file, as browsers send it. */
function sendFile(bytes: Buffer | string, fields: Record<string, string> = {}): Promise<Answer> {
  const all = { intent: 'import', lang: 'en', origin: 'author', encoding: 'auto', ...fields };
  const texts = Object.entries(all).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.srt"\r\nContent-Type: text/plain\r\n\r\n`;
  const body = Buffer.concat([
    ...texts.map((text) => Buffer.from(text)),
    Buffer.from(head),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  const headers = {
    origin: site.current.origin,
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  };
  return editor.send(DESK, { method: 'POST', body, headers });
}

const WILD = [
  'WEBVTT\n\nNOTE remark\n\nSTYLE\n::cue { color: red }\n',
  'intro\n00:03.000 --> 00:05.000 align:start\n<v Inoue>Second\n',
  '00:01.000 --> 00:03.500\nFirst &amp; over\n',
].join('\n');

describe('a file from somewhere', () => {
  it('SRT in Windows-1251 is shown with a report, saved once, and exported for a strict parser', async () => {
    const srt =
      '1\r\n0:01,0 --> 00:00:03,500\r\n<i>Захват</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\nБросок\r\n';
    const sent = await sendFile(cp1251(srt), { lang: 'ru' });
    expect(sent.status).toBe(303);
    const preview = (await editor.get(sent.location)).text;
    for (const words of [
      'WINDOWS-1251',
      'Захват',
      'Разметка убрана',
      'Время записано непривычно',
      'Реплика закончена раньше',
    ])
      expect(preview).toContain(words);
    const before = (await editor.get(`${DESK}/ru/file`)).text;
    expect(before).not.toContain('Захват');
    const importId = sent.location.split('/').at(-1) ?? '';
    for (const _twice of [1, 2]) {
      const saved = await editor.post(sent.location, { intent: 'confirm', importId });
      expect([saved.status, saved.location]).toEqual([303, `${DESK}/ru`]);
    }
    const file = await editor.get(`${DESK}/ru/file?format=vtt`);
    expect(file.headers['content-type']).toBe('text/vtt; charset=utf-8');
    const parsed = new WebVTTParser().parse(file.text);
    expect(parsed.errors).toEqual([]);
    expect(parsed.cues.map(({ startTime, endTime, text }) => [startTime, endTime, text])).toEqual([
      [1, 3, 'Захват'],
      [3, 5, 'Бросок'],
    ]);
    expect((await editor.get(`${DESK}/ru/file?format=srt`)).text).toContain('00:00:03,000 --> 00:00:05,000');
    expect((await editor.get(sent.location)).location).toBe(DESK);
  });

  it('WebVTT with notes, styles, settings, speakers, out of order and overlapping', async () => {
    const sent = await sendFile(WILD);
    const preview = (await editor.get(sent.location)).text;
    for (const words of [
      'Примечание опущено',
      'Оформление опущено',
      'Положение реплики',
      'Имя говорящего',
      'не по порядку',
      'Inoue: Second',
    ])
      expect(preview).toContain(words);
  });

  it('what is no caption file is refused at the field, and what was chosen is kept', async () => {
    const none = await sendFile('hello', { lang: 'kk', origin: 'machine' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('В файле нет реплик со временем');
    expect(none.text).toMatch(/<option[^>]*value="kk"[^>]*selected/);
    expect((await sendFile('')).status).toBe(422);
    const large = await sendFile(Buffer.alloc(2_500_000, 'x'));
    expect([large.status, large.text.includes('Файл больше 2 МБ')]).toEqual([413, true]);
    expect((await sendFile(Buffer.alloc(3_500_000, 'x'))).status).toBe(413);
  });

  it('no file where text is expected, no text where a file is expected', async () => {
    expect(
      (
        await editor.post(DESK, {
          intent: 'import',
          lang: 'en',
          origin: 'author',
          encoding: 'auto',
          file: 'x',
        })
      ).status,
    ).toBe(422);
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="lang"; filename="a"\r\n\r\nb\r\n--${BOUNDARY}--\r\n`;
    const headers = {
      origin: site.current.origin,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    };
    for (const path of [DESK, `${DESK}/ru`])
      expect((await editor.send(path, { method: 'POST', body: head, headers })).status).toBe(422);
  });

  it('nobody else takes it over', async () => {
    const sent = await sendFile(WILD);
    const importId = sent.location.split('/').at(-1) ?? '';
    const instructor = await site.current.signIn('instructor');
    expect((await instructor.get(sent.location)).status).toBe(404);
    expect((await instructor.post(sent.location, { intent: 'confirm', importId })).status).toBe(404);
    expect((await site.current.visitor().get(sent.location)).location).toContain('/ru/sign-in');
  });
});
