import { beforeAll, describe, expect, it } from 'vitest';
import { replaceTrack } from '~/domain/captions/replace-track.server';
import { suggestionsAnswer } from '~/routes/machine/suggestions/suggestions-answer';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let coach: WebClient;

beforeAll(async () => {
  coach = await site.current.signIn('coach');
});

/** Addresses of the texts that a page of hits leads to, in their order. */
async function hits(q: string, lang: string, client: WebClient = site.current.visitor()): Promise<string[]> {
  const { status, text } = await client.get(`/${lang}/search?q=${encodeURIComponent(q)}`);
  expect([q, status]).toEqual([q, 200]);
  return [...text.matchAll(/<h3 class="h3"><a href="\/\w\w([^"]+)"/g)].map(([, path = '']) => path);
}

/** Query, language of the page, the beginning of an address that must be among the hits. */
const INFLECTED: [q: string, lang: string, path: string][] = [
  ['падение', 'ru', '/courses/ukemi-children'],
  ['падений', 'ru', '/courses/ukemi-children'],
  ['падениями', 'ru', '/courses/ukemi-children'],
  ['обучением падению', 'ru', '/courses/ukemi-children'],
  ['детям', 'ru', '/courses/safeguarding'],
  ['защиту детей', 'ru', '/courses/safeguarding'],
  ['защитой', 'ru', '/courses/safeguarding'],
  ['травмами головы', 'ru', '/courses/injury-head'],
  ['травма', 'ru', '/courses/injury-head'],
  ['балалар', 'kk', '/courses/ukemi-children'],
  ['балаларға', 'kk', '/courses/ukemi-children'],
  ['балаларды', 'kk', '/courses/ukemi-children'],
  ['балалардың', 'kk', '/courses/safeguarding'],
  ['балаларга', 'kk', '/courses/ukemi-children'],
  ['қорғау', 'kk', '/courses/safeguarding'],
  ['受け身', 'ja', '/courses/ukemi-children'],
  ['受身', 'ja', '/courses/ukemi-children'],
  ['子ども', 'ja', '/courses/ukemi-children'],
  ['falling', 'en', '/courses/ukemi-children'],
  ['falls', 'en', '/courses/ukemi-children'],
  ['child', 'en', '/courses/safeguarding'],
  ['children', 'en', '/courses/safeguarding'],
  ['safeguards', 'en', '/courses/safeguarding'],
  ['injury', 'en', '/courses/injury-head'],
  ['injuries', 'en', '/courses/injury-head'],
  // Said in recordings that everybody may watch, at the second of the cue.
  ['равновесия', 'ru', '/recordings/kuzushi?t=0'],
  ['равновесием', 'ru', '/recordings/kuzushi?t=0'],
  ['тепе-теңдік', 'kk', '/recordings/kuzushi?t=0'],
  ['тепе-теңдіктен', 'kk', '/recordings/kuzushi?t=0'],
  ['пятки', 'ru', '/recordings/kuzushi?t=11'],
  ['пятках', 'ru', '/recordings/kuzushi?t=11'],
  ['heel', 'en', '/recordings/kuzushi?t=11'],
  ['turning the bodies', 'en', '/recordings/tai-sabaki?t=0'],
  // Names lead to what is written in other spellings and languages.
  ['укеми', 'ru', '/courses/ukemi-children'],
  ['うけみ', 'ja', '/courses/ukemi-children'],
  ['ukemi', 'kk', '/courses/ukemi-children'],
  ['内股', 'ru', '/courses/'],
];

describe('words in other forms', () => {
  it.each(INFLECTED)('%s (%s) finds %s', async (q, lang, path) => {
    const found = await hits(q, lang);
    expect(found.filter((one) => one.startsWith(path))).not.toEqual([]);
  });
});

describe('what only some may read', () => {
  it('is found by those who are enrolled, with the lesson itself as address', async () => {
    const found = await hits('родителям', 'ru', coach);
    expect(found.some((path) => path.startsWith('/learn/'))).toBe(true);
    for (const path of await hits('родителям', 'ru')) expect(path).not.toMatch(/^\/learn\//);
  });

  it('is not found by others, nor are the words of recordings behind a sign-in', async () => {
    const words = 'затылок укэ под угрозой';
    expect(await hits(words, 'ru')).toContain('/recordings/kuzushi?t=27');
    const shut = 'друг­ой встречает'.replace('­', '');
    expect(await hits(shut, 'ru')).not.toContain('/recordings/first-five-minutes?t=23');
    expect(await hits(shut, 'ru', coach)).toContain('/recordings/first-five-minutes?t=23');
  });
});

describe('a text that was saved', () => {
  it('is found at once, and no more after it was replaced', async () => {
    const instructor = await site.current
      .ctx()
      .db.account.findFirst({ where: { email: 'instructor@demo.test' } });
    const recording = await site.current.ctx().db.recording.findUnique({ where: { slug: 'kuzushi' } });
    expect(instructor && recording).toBeTruthy();
    const { actorWith } = await import('../../support/database');
    const ctx = site.current.ctx(actorWith(['editor'], '/'));
    const track = { assetId: recording?.assetId ?? '', lang: 'en' as const, origin: 'author' as const };
    const cue = (text: string) => [{ startMs: 65_000, endMs: 67_000, text }];
    await replaceTrack(ctx, { ...track, cues: cue('The zebra bows first') });
    expect(await hits('zebras', 'en')).toEqual(['/recordings/kuzushi?t=65']);
    await replaceTrack(ctx, { ...track, cues: cue('Nobody bows first') });
    expect(await hits('zebra', 'en')).toEqual([]);
  });
});

describe('suggestions', () => {
  const ask = async (q: string, lang: string) => {
    const { text } = await site.current
      .visitor()
      .get(`/api/v1/suggestions?q=${encodeURIComponent(q)}&lang=${lang}`);
    return suggestionsAnswer.parse(JSON.parse(text));
  };

  it.each([
    ['учи-м', 'ru', '/techniques/uchi-mata'],
    ['うちま', 'ja', '/techniques/uchi-mata'],
    ['jcjnj', 'ru', '/techniques/o-soto-gari'],
    ['укэ', 'ru', '/glossary#ukemi'],
    ['защита д', 'ru', '/courses/safeguarding'],
    ['дете', 'ru', '/courses/ukemi-children'],
    ['safegu', 'en', '/courses/safeguarding'],
    ['балал', 'kk', '/courses/ukemi-children'],
  ])('%s (%s) leads to %s', async (q, lang, path) => {
    const { suggestions, summary } = await ask(q, lang);
    expect(suggestions.map((one) => one.path)).toContain(path);
    expect(suggestions.length).toBeLessThanOrEqual(9);
    expect(summary).toContain(String(suggestions.length));
  });

  it('an empty field suggests nothing', async () => {
    expect((await ask('', 'ja')).suggestions).toEqual([]);
  });
});

it('courses are listed and answered in the order of the search', async () => {
  const { text } = await site.current
    .visitor()
    .get(`/api/v1/courses?q=${encodeURIComponent('падениям')}&lang=ru`);
  const { courses } = JSON.parse(text) as { courses: { id: string }[] };
  expect(courses[0]?.id).toBe('ukemi-children');
});

it('nothing found says so and proposes', async () => {
  const visitor = site.current.visitor();
  const near = await visitor.get(`/ru/search?q=${encodeURIComponent('безопастность детйе зал')}`);
  expect(near.status).toBe(200);
  const none = await visitor.get(`/ru/search?q=${encodeURIComponent('щщщщ')}`);
  expect(none.text).toContain('«щщщщ»');
  expect(none.text).toMatch(/href="\/ru\/techniques"/);
  const typo = await visitor.get(`/ru/search?q=${encodeURIComponent('тай-собаки')}`);
  expect(typo.text).toContain('/recordings/tai-sabaki');
});

it('marks what was asked for, and shows markup as it was written', async () => {
  const { text } = await site.current.visitor().get('/ru/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E');
  expect(text).not.toContain('<script>alert');
  const marked = await site.current.visitor().get(`/ru/search?q=${encodeURIComponent('падений')}`);
  expect(marked.text).toMatch(/<mark>[Пп]адени/);
});

it('pages by key: no hit twice, none left out', async () => {
  const visitor = site.current.visitor();
  const seen: string[] = [];
  let next: string | undefined = `/ru/search?q=${encodeURIComponent('дзюдо')}`;
  while (next) {
    const { text }: { text: string } = await visitor.get(next);
    seen.push(...[...text.matchAll(/<h3 class="h3"><a href="([^"]+)"/g)].map(([, path = '']) => path));
    next = /<a [^>]*rel="next"[^>]*>/
      .exec(text)?.[0]
      .match(/href="([^"]+)"/)?.[1]
      ?.replaceAll('&amp;', '&');
  }
  const total = Number(/search\?q=[^"]*"[^>]*aria-current/.exec(seen.join()) ?? seen.length);
  expect(new Set(seen).size).toBe(seen.length);
  expect(total).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(20);
});
