import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '~/platform/ids';
import { pdfPaper, pngPaper } from '../../support/paper-bytes';
import { ERROR, useSite } from '../../support/site';
import type { Answer, WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
const clients = new Map<string, WebClient>();

beforeAll(async () => {
  for (const name of ['coach', 'coach2', 'registrar', 'registrar2'])
    clients.set(name, await site.current.signIn(name));
});

const as = (name: string): WebClient => clients.get(name) ?? site.current.visitor();

type Part = { name: string; value: string | Buffer; fileName?: string };

/** A form with files, as browsers send it. */
function multipart(parts: readonly Part[]): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'shihan-form';
  const body = parts.map(({ name, value, fileName }) =>
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
          fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`
        }\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
  );
  return {
    body: Buffer.concat([...body, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: site.current.origin },
  };
}

const NEW = '/ru/me/evidence/new?kind=first-aid';

const words = (facts: Record<string, string> = {}): Part[] =>
  Object.entries({
    kind: 'first-aid',
    submissionKey: newId(),
    issuer: 'Красный Полумесяц',
    number: '17/26',
    nameOnPaper: 'Демо Тренер',
    issuedOn: '2026-09-01',
    validUntil: '2036-08-31',
    note: '',
    ...facts,
  }).map(([name, value]) => ({ name, value }));

const file = (value: Buffer, fileName = 'Скан №1.png'): Part => ({ name: 'files', value, fileName });
/** What browsers send for a field of files that was left empty. */
const EMPTY: Part = { name: 'files', value: '', fileName: '' };

const handIn = (who: string, parts: readonly Part[], path = NEW): Promise<Answer> =>
  as(who).send(path, { method: 'POST', ...multipart(parts) });

const rows = async (sql: string, values: unknown[] = []) =>
  (await site.current.services.database.pool.query(sql, values)).rows;

async function newClaim(who = 'coach'): Promise<string> {
  const { status, location } = await handIn(who, [...words(), file(pngPaper()), EMPTY, EMPTY]);
  expect(status).toBe(303);
  return location.split('/').at(-1) ?? '';
}

const fileOf = async (claim: string): Promise<string> =>
  (await rows('SELECT id FROM claim_file WHERE claim_id = $1 ORDER BY position', [claim]))[0]?.id;

describe('handing in without a script', () => {
  it('chooses a kind, fills in its form, reads the paper with its scan', async () => {
    const kinds = await as('coach').get('/ru/me/evidence/new');
    expect(kinds.text).toContain('href="/ru/me/evidence/new?kind=dan-grade"');
    const blank = await as('coach').get('/ru/me/evidence/new?kind=dan-grade');
    expect(blank.text).toContain('name="grade"');
    expect(blank.text).not.toContain('name="validUntil"');
    expect(blank.text).toContain('Проверка на вирусы на этом сайте не включена');
    const claim = await newClaim();
    const page = await as('coach').get(`/ru/me/evidence/claims/${claim}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Скан №1.png');
    expect((await as('coach').get('/ru/me/evidence')).text).toContain(`/ru/me/evidence/claims/${claim}`);
  });

  it('what was typed is kept when a file is none, and the reader learns that files are not', async () => {
    const typed = words({ issuer: 'Учебный центр «Сенім»', note: 'Пришлю оригинал' });
    const { status, text } = await handIn('coach', [...typed, file(Buffer.from('hello'), 'a.pdf')]);
    expect(status).toBe(422);
    expect(text).toContain('это не PDF, JPEG, PNG и не WebP');
    for (const kept of ['Учебный центр «Сенім»', 'Пришлю оригинал', '17/26', '2036-08-31'])
      expect(text).toContain(kept);
    expect(text).toContain('выберите их ещё раз');
    expect(text).toContain('href="#f-files"');
  });

  it('each missing field is named, also without the kind in the address', async () => {
    const parts = [{ name: 'kind', value: 'dan-grade' }, { name: 'submissionKey', value: newId() }, EMPTY];
    const { status, text } = await handIn('coach', parts, '/ru/me/evidence/new');
    expect(status).toBe(422);
    for (const name of ['issuer', 'nameOnPaper', 'issuedOn', 'files'])
      expect(text).toContain(`href="#f-${name}"`);
    expect(text).toContain('name="grade"');
    const late = [...words({ kind: 'dan-grade' }), file(pngPaper())];
    expect((await handIn('coach', late)).text).toContain('href="#f-grade"');
  });

  it('eleven megabytes are told in words, sixty are not read', async () => {
    const large = await handIn('coach', [...words(), file(pdfPaper(11_000_000), 'большой.pdf')]);
    expect([large.status, large.text.includes('«большой.pdf» слишком велик')]).toEqual([422, true]);
    const { headers } = multipart([]);
    const send = (path: string, length: number) =>
      as('coach').send(path, {
        method: 'POST',
        body: 'x',
        headers: { ...headers, 'content-length': `${length}` },
      });
    expect((await send(NEW, 60_000_001)).status).toBe(413);
    expect((await send('/ru/me/evidence', 2_000_000)).status).toBe(413);
  });

  it('visitors are sent to sign in, before anything is read', async () => {
    const { status, location } = await handIn('visitor', [...words(), file(pngPaper())]);
    expect([status, location]).toEqual([302, '/ru/sign-in?to=%2Fru%2Fme%2Fevidence%2Fnew']);
  });
});

describe('a scan', () => {
  it('is sent as a file that runs nothing, in the coach’s own name for it', async () => {
    const claim = await newClaim();
    const scan = await fileOf(claim);
    for (const [who, path] of [
      ['coach', `/ru/me/evidence/claims/${claim}/files/${scan}`],
      ['registrar', `/ru/office/evidence/${claim}/files/${scan}`],
    ] as const) {
      const { status, headers, body } = await as(who).get(path);
      expect([status, body.equals(pngPaper())]).toEqual([200, true]);
      expect(headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
      expect(headers['content-security-policy']).toMatch(/(^|[;,]\s*)sandbox$/);
      expect(headers['cache-control']).toContain('no-store');
      expect(headers['content-disposition']).toContain("filename*=UTF-8''%D0%A1%D0%BA%D0%B0%D0%BD");
    }
  });

  it('is for its owner and the office alone', async () => {
    const claim = await newClaim();
    const scan = await fileOf(claim);
    const own = `/ru/me/evidence/claims/${claim}/files/${scan}`;
    expect((await as('coach2').get(own)).status).toBe(404);
    expect((await as('registrar').get(own)).status).toBe(404);
    expect((await as('coach').get(`/ru/office/evidence/${claim}/files/${scan}`)).status).toBe(403);
    expect((await as('coach').get(`/ru/me/evidence/claims/${claim}/files/${newId()}`)).status).toBe(404);
    const other = await newClaim();
    expect((await as('coach').get(`/ru/me/evidence/claims/${other}/files/${scan}`)).status).toBe(404);
  });
});

describe('the office', () => {
  const paper = {
    issuer: 'Красный Полумесяц',
    number: '17/26',
    issuedOn: '2026-09-01',
    validUntil: '2036-08-31',
  };

  it('shows the picture, confirms with corrections, and says to the second who was faster', async () => {
    const claim = await newClaim();
    const path = `/ru/office/evidence/${claim}`;
    const page = await as('registrar').get(path);
    expect(page.text).toContain(`<img src="${path}/files/${await fileOf(claim)}"`);
    expect((await as('registrar').get('/ru/office/evidence?q=Demo%20Coach')).text).toContain(path);
    const sent = { ...paper, number: '18/26', note: '' };
    expect((await as('registrar').post(path, { ...sent, intent: 'confirm' })).status).toBe(303);
    expect((await as('registrar').post(path, { ...sent, intent: 'confirm' })).status).toBe(303);
    const late = await as('registrar2').post(path, { intent: 'refuse', reason: 'doubt', note: 'x' });
    expect([
      late.status,
      late.text.includes('По этому документу уже принято решение: Демо Регистратор'),
    ]).toEqual([409, true]);
    const own = await as('coach').get(`/ru/me/evidence/claims/${claim}`);
    for (const words of ['17/26', '<strong>18/26</strong>', 'подтверждён']) expect(own.text).toContain(words);
    expect((await as('coach').get('/ru/me/evidence')).text).toContain(
      'Удостоверение по первой помощи (Красный Полумесяц)',
    );
  });

  it('keeps what was typed when something is missing, and the coach reads why a paper was refused', async () => {
    const claim = await newClaim();
    const path = `/ru/office/evidence/${claim}`;
    const wrong = await as('registrar').post(path, {
      intent: 'confirm',
      ...paper,
      validUntil: '',
      issuer: 'КП',
    });
    expect([wrong.status, wrong.text.includes('value="КП"')]).toEqual([422, true]);
    expect(wrong.text).toContain('href="#f-confirm-validUntil"');
    const refusal = { intent: 'refuse', reason: 'unreadable', note: 'Снимите при свете' };
    expect((await as('registrar').post(path, refusal)).status).toBe(303);
    const own = await as('coach').get(`/ru/me/evidence/claims/${claim}`);
    for (const words of ['не принят', 'снимок не читается', 'Снимите при свете', 'kind=first-aid'])
      expect(own.text).toContain(words);
    const late = await as('coach').post(`/ru/me/evidence/claims/${claim}`, { intent: 'withdraw' });
    expect([late.status, late.text.includes('Решение уже принято')]).toEqual([409, true]);
  });
});

it('the export holds the papers', async () => {
  const { text } = await as('coach2').get('/kk/account/export');
  expect(JSON.stringify(JSON.parse(text))).toContain('Алғашқы көмек.png');
});

it('nothing of this was a fault', () => {
  expect(site.current.logged.filter(({ level }) => level >= ERROR)).toEqual([]);
});
