import { beforeAll, describe, expect, it } from 'vitest';
import { LENGTHS, type ListCoursesInput, listCoursesInput } from '~/domain/catalogue/inputs';
import { type ListCourses, listCourses } from '~/domain/catalogue/list-courses.server';
import { authored } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { useWorld } from '../../support/database';
import type { StudyCourse } from '../learning/study-world';
import { type CatalogueWorld, openCatalogue } from './catalogue-world';

const world = useWorld();
let house: CatalogueWorld;
let [children, kata, science]: (StudyCourse | undefined)[] = [];

const titled = (kk: string, ru: string) => ({ title: authored('ru', { kk, ru, en: ru, ja: ru }) });

beforeAll(async () => {
  house = await openCatalogue(world.current);
  for (const slug of ['falling', 'kata', 'empty']) await house.theme(slug);
  children = await house.course(
    { themes: ['falling'], ages: ['school', 'children'], techniques: ['o-goshi'] },
    { ...titled('Ұстау', 'Укэми'), level: 1, hours: 5, mandatory: false },
  );
  kata = await house.course(
    { themes: ['kata', 'falling'], ages: ['professional'], techniques: ['sankaku-jime'], terms: ['kata'] },
    { ...titled('Ката', 'Ката'), level: 2, hours: 14, mandatory: false },
  );
  science = await house.course(
    { ages: ['professional'] },
    { ...titled('Ғылым', 'Наука'), level: 2, hours: 6, mandatory: true, modules: [closed()] },
  );
});

/** A module with a video that has no recording: the course is not open. */
const closed = () => ({
  title: authored('en', { en: 'Module' }),
  lessons: [
    {
      ...{ slug: 'watch', kind: 'video' as const, minutes: 5, recordingId: null },
      ...{ title: authored('en', { en: 'Watch' }), summary: authored('en', { en: 'Watch' }) },
      ...{ body: null, checklist: null, sources: null },
    },
  ],
});

const list = (filter: Partial<ListCourses> = {}, lang: Lang = 'ru') =>
  listCourses(world.current.ctx(null, lang), {
    ...listCoursesInput.parse({}),
    themes: ['falling', 'kata', 'empty'],
    ...filter,
  });

const slugs = async (filter: Partial<ListCourses>, lang?: Lang) =>
  (await list(filter, lang)).courses.map(({ slug }) => slug);

const all = (...courses: (StudyCourse | undefined)[]) => courses.map((course) => course?.slug);

describe('each filter', () => {
  const CASES: [name: string, filter: Partial<ListCoursesInput>, found: () => (string | undefined)[]][] = [
    ['theme', { theme: 'falling' }, () => all(children, kata)],
    ['a theme without courses', { theme: 'empty' }, () => []],
    ['a theme that does not exist', { theme: 'nothing' }, () => []],
    ['school', { age: 'school' }, () => all(children)],
    ['athletes', { age: 'professional' }, () => all(kata, science)],
    ['short', { length: 'short' }, () => all(children)],
    ['medium', { length: 'medium' }, () => all(science)],
    ['long', { length: 'long' }, () => all(kata)],
    ['open', { open: '1' }, () => all(children, kata)],
    ['mandatory', { mandatory: '1' }, () => all(science)],
    ['several at once', { theme: 'falling', level: 2, length: 'long' }, () => all(kata)],
    ['several that meet nowhere', { age: 'school', mandatory: '1' }, () => []],
  ];
  it.each(CASES)('%s', async (_name, filter, found) => {
    const page = await list({ ...filter, sort: 'level' });
    expect(page.courses.map(({ slug }) => slug).sort()).toEqual(found().sort());
    expect(page.found).toBe(found().length);
    expect(page.total).toBe(3);
  });

  it('a language: those whose lessons show one of the recordings', async () => {
    const audio = [kata?.recordingId ?? ''];
    expect(await slugs({ audio: 'ja', recordings: { audio } })).toEqual(all(kata));
    expect(await slugs({ captions: 'kk', recordings: { captions: [] } })).toEqual([]);
  });
});

describe('counts', () => {
  const FILTERS: Partial<ListCoursesInput>[] = [
    {},
    { level: 2 },
    { age: 'professional', length: 'long' },
    { theme: 'falling', open: '1' },
    { age: 'school', mandatory: '1' },
    { q: 'ката' },
  ];
  it.each(FILTERS)('of every choice beside %j are those of its list', async (filter) => {
    const { choices, without } = await list(filter);
    for (const [name, count] of choices) {
      const [facet = '', value = ''] = name.split(':');
      const chosen = facet === 'level' ? Number(value) : value;
      expect((await list({ ...filter, [facet]: chosen })).found, name).toBe(count);
    }
    for (const [facet, count] of without)
      expect((await list({ ...filter, [facet]: facet === 'q' ? '' : undefined })).found, facet).toBe(count);
  });

  it('agree with what the page itself says is open', async () => {
    const { courses, choices } = await list();
    expect(courses.filter(({ isOpen }) => isOpen)).toHaveLength(choices.get('open:1') ?? -1);
    expect(LENGTHS.map((length) => choices.get(`length:${length}`))).toEqual([1, 1, 1]);
  });
});

describe('orders', () => {
  it('by title in the alphabet of the reader: Ғ before К before Ұ in Kazakh', async () => {
    expect(await slugs({ sort: 'title' }, 'kk')).toEqual(all(science, kata, children));
    expect(await slugs({ sort: 'title' }, 'ru')).toEqual(all(kata, science, children));
  });

  it('by level, hours, newness', async () => {
    expect((await slugs({ sort: 'level' }))[0]).toBe(children?.slug);
    expect(await slugs({ sort: 'hours' })).toEqual(all(children, science, kata));
    expect((await slugs({ sort: 'new' })).sort()).toEqual(all(children, kata, science).sort());
  });

  it.each(['title', 'level', 'hours', 'new', undefined] as const)(
    '%s: pages leave nothing out',
    async (sort) => {
      const whole = await slugs({ sort });
      expect(await slugs({ sort, after: whole[0] })).toEqual(whole.slice(1));
      expect(await slugs({ sort, after: whole.at(-1) })).toEqual([]);
    },
  );
});
