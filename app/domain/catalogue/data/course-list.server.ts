import type { Lang } from '~/i18n/locales';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { AgeGroup, Length, Sort } from '../inputs';
import { type Facet, withoutFacet } from '../rules/facets';

export type ListedRow = {
  id: string;
  slug: string;
  versionId: string;
  number: number;
  title: unknown;
  summary: unknown;
  credit: unknown;
  level: number;
  hours: number;
  points: number;
  mandatory: boolean;
  validityMonths: number | null;
  organisationId: string;
  ageGroups: string[];
  techniqueIds: string[];
};

export type Conditions = Partial<Record<Facet, Prisma.Sql>>;

const inTheme = (slug: string) =>
  Prisma.sql`c.id IN (SELECT ct.course_id FROM course_theme ct JOIN theme t ON t.id = ct.theme_id WHERE t.slug = ${slug})`;

/** Some lesson of the version shows one of the recordings. */
const shows = (recordingIds: readonly string[]) =>
  Prisma.sql`v.id IN (SELECT l.version_id FROM lesson l WHERE l.recording_id = ANY (${[...recordingIds]}::uuid[]))`;

const LENGTH: Record<Length, Prisma.Sql> = {
  short: Prisma.sql`v.hours <= 5`,
  medium: Prisma.sql`v.hours > 5 AND v.hours <= 9`,
  long: Prisma.sql`v.hours > 9`,
};

/** The same rule as rules/open-for-enrolment, for the database. */
const OPEN = Prisma.sql`EXISTS (SELECT 1 FROM lesson l WHERE l.version_id = v.id) AND NOT EXISTS (
  SELECT 1 FROM lesson l WHERE l.version_id = v.id AND NOT CASE l.kind WHEN 'video' THEN l.recording_id IS NOT NULL
    WHEN 'reading' THEN l.body IS NOT NULL WHEN 'practice' THEN l.body IS NOT NULL AND l.checklist IS NOT NULL
    ELSE l.kind = 'quiz' END)`;

/** What one choice of one filter means. */
export const condition = {
  ids: (ids: readonly string[]) => Prisma.sql`c.id = ANY (${[...ids]}::uuid[])`,
  theme: inTheme,
  level: (level: number) => Prisma.sql`v.level = ${level}`,
  age: (group: AgeGroup) => Prisma.sql`c.age_groups @> ${[group]}::text[]`,
  shows,
  length: (length: Length) => LENGTH[length],
  mandatory: Prisma.sql`v.mandatory`,
  open: OPEN,
};

const CURRENT = Prisma.sql`course c JOIN course_version v ON v.course_id = c.id
  AND v.published_at IS NOT NULL AND v.superseded_at IS NULL`;

const all = (parts: readonly Prisma.Sql[]): Prisma.Sql =>
  parts.length === 0 ? Prisma.sql`true` : Prisma.join([...parts], ' AND ', '(', ')');

/** The fallback of `i18n/content`, in the words of the indexes of titles. */
const TITLE: Record<Lang, Prisma.Sql> = {
  kk: Prisma.sql`coalesce(v.title #>> '{kk,text}', v.title #>> '{ru,text}', v.title #>> '{en,text}', v.title #>> '{ja,text}', '') COLLATE "kk-x-icu"`,
  ru: Prisma.sql`coalesce(v.title #>> '{ru,text}', v.title #>> '{en,text}', v.title #>> '{kk,text}', v.title #>> '{ja,text}', '') COLLATE "ru-x-icu"`,
  ja: Prisma.sql`coalesce(v.title #>> '{ja,text}', v.title #>> '{en,text}', v.title #>> '{ru,text}', v.title #>> '{kk,text}', '') COLLATE "ja-x-icu"`,
  en: Prisma.sql`coalesce(v.title #>> '{en,text}', v.title #>> '{ru,text}', v.title #>> '{ja,text}', v.title #>> '{kk,text}', '') COLLATE "en-x-icu"`,
};

/** `ranked`: ids of the courses that the search found, best first; their order unless another is asked for. */
export type Order = { sort: Sort | undefined; lang: Lang; ranked?: readonly string[] | null };

const place = (ranked: readonly string[], id: Prisma.Sql) =>
  Prisma.sql`array_position(${[...ranked]}::uuid[], ${id})`;

function keyOf({ sort, lang, ranked }: Order): { key: Prisma.Sql; down: boolean } {
  if (sort === 'title') return { key: TITLE[lang], down: false };
  if (sort === 'level') return { key: Prisma.sql`v.level`, down: false };
  if (sort === 'hours') return { key: Prisma.sql`v.hours`, down: false };
  if (sort === 'new') return { key: Prisma.sql`v.published_at`, down: true };
  if (ranked) return { key: place(ranked, Prisma.sql`c.id`), down: false };
  return { key: Prisma.sql`c.slug COLLATE "C"`, down: false };
}

/** Rows after the course with the address `after`, in the order asked for. */
function beyond(order: Order, after: string): Prisma.Sql {
  if (order.sort === undefined && !order.ranked) return Prisma.sql`c.slug > ${after} COLLATE "C"`;
  const { key, down } = keyOf(order);
  const last = Prisma.sql`(SELECT ${key}, v.course_id FROM ${CURRENT} WHERE c.slug = ${after})`;
  return down ? Prisma.sql`(${key}, v.course_id) < ${last}` : Prisma.sql`(${key}, v.course_id) > ${last}`;
}

type Page = { conditions: Conditions; order: Order; after: string | null; take: number };

export function listQuery({ conditions, order, after, take }: Page): Prisma.Sql {
  const { key, down } = keyOf(order);
  const parts = [...Object.values(conditions), ...(after === null ? [] : [beyond(order, after)])];
  const by =
    order.sort === undefined
      ? key
      : down
        ? Prisma.sql`${key} DESC, v.course_id DESC`
        : Prisma.sql`${key}, v.course_id`;
  return Prisma.sql`
    SELECT c.id, c.slug, c.organisation_id AS "organisationId", c.age_groups AS "ageGroups",
           c.technique_ids AS "techniqueIds", v.id AS "versionId", v.number, v.title, v.summary, v.credit,
           v.level, v.hours::float8 AS hours, v.points, v.mandatory, v.validity_months AS "validityMonths"
    FROM ${CURRENT} WHERE ${all(parts)} ORDER BY ${by} LIMIT ${take}`;
}

/** Current versions that meet all conditions, one page. */
export const listCurrent = (db: Db, page: Page): Promise<ListedRow[]> =>
  db.$queryRaw<ListedRow[]>(listQuery(page));

/** A choice that is counted: the filter it belongs to, its name in the answer, what it means. */
export type Choice = { facet: Facet; name: string; means: Prisma.Sql };

export type Counts = {
  /** All courses of the catalogue. */
  total: number;
  /** Those that meet all conditions. */
  found: number;
  /** By name: what choosing it would find beside the other filters. */
  choices: Map<string, number>;
  /** By filter in force: what leaving it out would find. */
  without: Map<Facet, number>;
};

/** Counts of a list and of every choice in one statement, by the very conditions of the list. */
export async function countCurrent(
  db: Db,
  conditions: Conditions,
  choices: readonly Choice[],
): Promise<Counts> {
  const facets = Object.keys(conditions) as Facet[];
  const columns = [
    Prisma.sql`count(*)::int`,
    Prisma.sql`count(*) FILTER (WHERE ${all(Object.values(conditions))})::int`,
    ...facets.map(
      (facet) => Prisma.sql`count(*) FILTER (WHERE ${all(withoutFacet(conditions, facet))})::int`,
    ),
    ...choices.map(
      ({ facet, means }) =>
        Prisma.sql`count(*) FILTER (WHERE ${all([...withoutFacet(conditions, facet), means])})::int`,
    ),
  ];
  const [row] = await db.$queryRaw<{ counts: number[] }[]>(
    Prisma.sql`SELECT ARRAY[${Prisma.join(columns)}] AS counts FROM ${CURRENT}`,
  );
  const [total = 0, found = 0, ...rest] = row?.counts ?? [];
  return {
    total,
    found,
    without: new Map(facets.map((facet, index) => [facet, rest[index] ?? 0])),
    choices: new Map(choices.map(({ name }, index) => [name, rest[facets.length + index] ?? 0])),
  };
}
