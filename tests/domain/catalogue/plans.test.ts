import { beforeAll, expect, it } from 'vitest';
import { condition, listQuery } from '~/domain/catalogue/data/course-list.server';
import type { Sort } from '~/domain/catalogue/inputs';
import type { Lang } from '~/i18n/locales';
import { Prisma } from '~/platform/db/client';
import { useWorld } from '../../support/database';
import { organisation } from '../learning/study-world';

const world = useWorld();
const COURSES = 20_000;
const RECORDING = '00000000-0000-7000-8000-0000000000aa';

const id = (prefix: string) => Prisma.raw(`md5('${prefix}' || n)::uuid`);
const title = Prisma.raw(
  `jsonb_build_object('original', 'ru', 'ru', jsonb_build_object('text', md5(n::text), 'origin', 'author'))`,
);

/** Many courses, a theme, an age group, a level, a length and a recording that few of them have. */
async function fill(): Promise<void> {
  const organisationId = await organisation(world.current);
  const { db } = world.current.ctx();
  const from = Prisma.raw(`FROM generate_series(1, ${COURSES}) n`);
  await db.$executeRaw(Prisma.sql`ALTER TABLE lesson DROP CONSTRAINT lesson_recording_id_fkey`);
  await db.$executeRaw(Prisma.sql`INSERT INTO course (id, slug, organisation_id, created_at, age_groups)
    SELECT ${id('c')}, 'course-' || n, ${organisationId}::uuid, now(), CASE WHEN n % 500 = 0 THEN '{school}' ELSE '{professional}' END::text[] ${from}`);
  await db.$executeRaw(Prisma.sql`INSERT INTO course_version (id, course_id, number, title, summary, outcomes, credit, level, hours,
      points, mandatory, pass_percent, attempts, created_at, published_at)
    SELECT ${id('v')}, ${id('c')}, 1, ${title}, ${title}, '[]', ${title}, CASE WHEN n % 500 = 1 THEN 7 ELSE 1 END,
      CASE WHEN n % 500 = 2 THEN 3 WHEN n % 500 = 3 THEN 7 ELSE 20 END, 0, n % 500 = 4, 60, 3, now(),
      timestamptz '2020-01-01' + n * interval '1 hour' ${from}`);
  await db.$executeRaw(
    Prisma.sql`INSERT INTO module (id, version_id, position, title) SELECT ${id('m')}, ${id('v')}, 1, ${title} ${from}`,
  );
  await db.$executeRaw(Prisma.sql`INSERT INTO lesson (id, version_id, module_id, slug, position, kind, title, summary, body, minutes, recording_id)
    SELECT ${id('l')}, ${id('v')}, ${id('m')}, 'one', 1, 'reading', ${title}, ${title}, CASE WHEN n % 2 = 0 THEN ${title} END, 5,
      CASE WHEN n % 500 = 5 THEN ${RECORDING}::uuid ELSE ${id('r')} END ${from}`);
  await db.$executeRaw(Prisma.sql`INSERT INTO theme (id, slug, organisation_id, position, title, summary, essay, sources, technique_ids, lesson_refs, created_at)
    SELECT ${id('t')}, 'theme-' || n, ${organisationId}::uuid, n, ${title}, ${title}, ${title}, '[]', '{}', '{}', now() FROM generate_series(1, 40) n`);
  await db.$executeRaw(Prisma.sql`INSERT INTO course_theme (course_id, theme_id)
    SELECT ${id('c')}, md5('t' || (CASE WHEN n % 500 = 6 THEN 1 ELSE 2 + n % 39 END))::uuid ${from}`);
  await db.$executeRawUnsafe('ANALYZE');
}

beforeAll(fill, 120_000);

type Conditions = Parameters<typeof listQuery>[0]['conditions'];

async function plan(
  conditions: Conditions,
  sort: Sort | undefined,
  lang: Lang = 'ru',
  after: string | null = null,
) {
  const query = listQuery({ conditions, order: { sort, lang }, after, take: 25 });
  const rows = await world.current.ctx().db.$queryRaw<Record<string, string>[]>(Prisma.sql`EXPLAIN ${query}`);
  return rows.flatMap((row) => Object.values(row)).join('\n');
}

const FILTERS: [name: string, conditions: Conditions, index: string][] = [
  ['theme', { theme: condition.theme('theme-1') }, 'course_theme_theme_id_idx'],
  ['age group', { age: condition.age('school') }, 'course_age_groups_idx'],
  ['level', { level: condition.level(7) }, 'course_version_current_level_idx'],
  ['short', { length: condition.length('short') }, 'course_version_current_hours_idx'],
  ['medium', { length: condition.length('medium') }, 'course_version_current_hours_idx'],
  ['mandatory', { mandatory: condition.mandatory }, 'course_version_current_mandatory_idx'],
  ['language of audio', { audio: condition.shows([RECORDING]) }, 'lesson_recording_id_idx'],
  ['language of captions', { captions: condition.shows([RECORDING]) }, 'lesson_recording_id_idx'],
  ['what a search found', { q: condition.ids([RECORDING]) }, 'course_pkey'],
];

it.each(FILTERS)('the filter by %s uses its index', async (_name, conditions, index) => {
  const text = await plan(conditions, 'level');
  expect(text).toContain(index);
  expect(text).not.toMatch(/Seq Scan on (course|course_version|lesson|course_theme)\b/);
});

it('the filter for open courses looks at the lessons of the page alone', async () => {
  const text = await plan({ open: condition.open }, undefined);
  expect(text).not.toMatch(/Seq Scan/);
});

const ORDERS: [sort: Sort | undefined, lang: Lang, index: string][] = [
  [undefined, 'ru', 'course_slug_order_idx'],
  ['title', 'kk', 'course_version_title_kk_idx'],
  ['title', 'ru', 'course_version_title_ru_idx'],
  ['title', 'ja', 'course_version_title_ja_idx'],
  ['title', 'en', 'course_version_title_en_idx'],
  ['level', 'ru', 'course_version_current_level_idx'],
  ['hours', 'ru', 'course_version_current_hours_idx'],
  ['new', 'ru', 'course_version_current_new_idx'],
];

it.each(ORDERS)('the order by %s in %s walks its index, also on a later page', async (sort, lang, index) => {
  for (const after of [null, 'course-777']) {
    const text = await plan({}, sort, lang, after);
    expect(text).toContain(index);
    expect(text).not.toMatch(/Sort|Seq Scan/);
  }
});
