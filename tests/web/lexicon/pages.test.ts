import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '~/routes/machine/openapi-document';
import { techniquesAnswer } from '~/routes/machine/techniques-answer';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let editor: WebClient;
let visitor: WebClient;

beforeAll(async () => {
  editor = await site.current.signIn('editor');
  visitor = site.current.visitor();
});

afterAll(() => {
  expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
});

const api = (query: Record<string, string>) =>
  visitor.get(`/api/v1/techniques?${new URLSearchParams(query)}`);

const found = async (q: string, lang = 'ru') =>
  techniquesAnswer.parse(JSON.parse((await api({ q, lang })).text)).techniques;

const page = async (path: string, client = visitor) => (await client.get(path)).text;

const STUDIO = '/ru/studio/lexicon/uchi-mata';

const newName = (text: string, more: Record<string, string> = {}) => ({
  intent: 'add-alias',
  ...{ text, script: 'cyrillic', kind: 'other', lang: 'ru', source: '' },
  ...more,
});

describe('GET /api/v1/techniques', () => {
  it('answers ranked techniques in the reader’s spelling', async () => {
    expect((await found('отхват'))[0]).toMatchObject({
      id: 'o-soto-gari',
      name: 'О-сото-гари',
      meaning_lang: 'ru',
      quality: 'exact',
    });
    expect((await found('内股', 'ja'))[0]).toMatchObject({ id: 'uchi-mata', name: '内股' });
    expect((await found('jcjnj'))[0]).toMatchObject({ id: 'o-soto-gari', quality: 'layout' });
    expect(await found('сноуборд')).toEqual([]);
  });

  it('answers the whole list in order without a search', async () => {
    const { techniques, total } = techniquesAnswer.parse(JSON.parse((await api({ limit: '100' })).text));
    expect([techniques.length, total, techniques[0]?.id]).toEqual([100, 100, 'seoi-nage']);
  });

  it.each(['lang=de', `q=${'a'.repeat(201)}`, 'q=a&q=b', 'q[a]=b', 'limit=0', 'limit=101', 'limit=x'])(
    'refuses %s',
    async (query) => {
      const answer = await visitor.get(`/api/v1/techniques?${query}`);
      expect(answer.status).toBe(422);
      expect(errorAnswer.parse(JSON.parse(answer.text)).error.code).toBe('shell.bad-query');
    },
  );

  it('answers or refuses 200 hostile searches, each within the normal time', async () => {
    const pieces = [
      '%',
      '_',
      "'",
      '"',
      '\\',
      '*',
      '(',
      ')',
      '[a-z]+',
      '|',
      '&',
      '!',
      ':*',
      '--',
      ';',
      '<b>',
      '🥋',
      '\u202e',
      '\u0000',
      '\ud800',
    ];
    const shapes = [
      (piece: string) => piece,
      (piece: string) => piece.repeat(100),
      (piece: string) => `учи${piece}мата`,
      (piece: string) => `'; DROP TABLE technique; ${piece}`,
      (piece: string) => `${'ы'.repeat(150)}${piece}`,
      (piece: string) => `${piece} ${piece} ${piece} осото`,
      (piece: string) => `"${piece}" OR 1=1`,
      (piece: string) => `مرحبا${piece}שלום`,
      (piece: string) => `${'内'.repeat(90)}${piece}`,
      (piece: string) => `${piece}${'a b '.repeat(2_500)}`,
    ];
    const slow: string[] = [];
    for (const shape of shapes) {
      for (const piece of pieces) {
        const q = encodeURIComponent(shape(piece).toWellFormed());
        const begun = performance.now();
        const { status } = await visitor.get(`/api/v1/techniques?q=${q}&lang=ru`);
        expect([q.slice(0, 60), [200, 400, 414, 422, 431].includes(status)]).toEqual([q.slice(0, 60), true]);
        if (performance.now() - begun > 20_000) slow.push(q.slice(0, 60));
      }
    }
    expect(slow).toEqual([]);
  });
});

describe('an editor', () => {
  it('adds a name that the next search finds, and takes it away again', async () => {
    const path = '/ru/techniques/uchi-mata';
    expect(await page(path)).not.toContain('Ласточка Шымкента');
    const answer = await editor.post(STUDIO, newName('Ласточка Шымкента'));
    expect([answer.status, answer.location]).toEqual([303, STUDIO]);
    expect((await found('ласточка шымкента'))[0]).toMatchObject({ id: 'uchi-mata', quality: 'exact' });
    expect(await page(path)).toContain('Ласточка Шымкента');
    expect(await page('/ru/techniques?q=ласточка+шымкента')).toContain('/ru/techniques/uchi-mata');
    const aliasId = /Ласточка Шымкента.*?name="aliasId" value="([^"]+)"/s.exec(
      await page(STUDIO, editor),
    )?.[1];
    await editor.post(STUDIO, { intent: 'remove-alias', aliasId: aliasId ?? '' });
    expect(await page(path)).not.toContain('Ласточка Шымкента');
    await editor.post(STUDIO, { intent: 'restore-alias', aliasId: aliasId ?? '' });
    expect(await page(path)).toContain('Ласточка Шымкента');
  });

  it('is told at the field whose name it is, and keeps what was typed', async () => {
    for (const [text, name] of [
      ['О-сото-гари', 'O-soto-gari'],
      ['осотогари', 'O-soto-gari'],
      ['отхват', 'O-soto-gari'],
      ['сэой нагэ', 'Seoi-nage'],
    ] as const) {
      const { status, text: html } = await editor.post(STUDIO, newName(text, { source: 'Моя тетрадь' }));
      expect([text, status]).toEqual([text, 409]);
      expect(html).toContain(`Это название уже носит другой приём: ${name}`);
      expect(html).toMatch(/aria-invalid="true"[^>]*name="text"|name="text"[^>]*aria-invalid="true"/);
      expect(html).toContain('value="Моя тетрадь"');
    }
    expect((await editor.post(STUDIO, newName('uchimata 2'))).status).toBe(422);
    expect((await editor.post(STUDIO, newName(''))).status).toBe(422);
  });

  it('ties techniques, and confirms texts only in an own language', async () => {
    const path = '/en/studio/lexicon/yama-arashi';
    const tie = { intent: 'add-relation', kind: 'combination', other: 'сэой нагэ', source: '' };
    expect((await editor.post(path, tie)).status).toBe(303);
    expect((await editor.post(path, tie)).status).toBe(409);
    expect(await page('/en/techniques/yama-arashi')).toContain('Seoi-nage');
    const texts = '/ru/studio/lexicon/texts?lang=kk&kind=technique';
    expect(await page('/kk/techniques/yama-arashi')).toContain('Машиналық аударма');
    const confirmed = await editor.post(texts, {
      intent: 'confirm',
      lang: 'kk',
      refs: ['technique:yama-arashi'],
    });
    expect(confirmed.status).toBe(303);
    const own = await editor.post(texts, { intent: 'correct', lang: 'ja', ref: 'term:judo', text: '柔道' });
    expect(own.status).toBe(403);
    expect((await editor.post(texts, { intent: 'confirm', lang: 'kk' })).status).toBe(422);
  });
});

describe('pages of the lexicon', () => {
  it.each(['/ru/techniques/no-such', '/en/techniques/__proto__', '/ja/techniques/..%2F..'])(
    '%s is not found',
    async (path) => {
      expect((await visitor.get(path)).status).toBe(404);
    },
  );

  it.each(['techniques', 'techniques?by=set', 'techniques/ude-hishigi-juji-gatame', 'glossary'])(
    '%s needs no script and stays small in every language',
    async (path) => {
      for (const lang of ['kk', 'ru', 'ja', 'en']) {
        const { body, status } = await visitor.get(`/${lang}/${path}`, { 'accept-encoding': 'br' });
        expect(status).toBe(200);
        expect(body.length).toBeLessThan(20_000);
        expect(brotliDecompressSync(body).toString()).not.toMatch(/<script(?! type="application\/ld\+json")/);
      }
    },
  );

  it('warn of what children must not do, with the source', async () => {
    const html = await page('/ru/techniques/hadaka-jime');
    expect(html).toContain('Удушающие приёмы запрещены в начальной школе.');
    expect(html).toContain('http://ejudo.info/rule/shonenkitei.php');
    const school = await page('/ru/techniques?children=1');
    expect(school).not.toContain('/ru/techniques/hadaka-jime');
    expect(school).not.toContain('/ru/techniques/ude-garami');
  });
});
