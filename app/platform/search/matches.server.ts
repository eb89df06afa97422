import type { Lang } from '~/i18n/locales';
import type { Db } from '../context';
import { Prisma } from '../db/client';
import type { PageKey } from './search-key';
import type { QueryText, Strictness } from './text/query-text';
import { DOCUMENT_KINDS, type DocumentKind, KINDS, type SearchAudience } from './types';

export type Question = {
  text: QueryText;
  strictness: Strictness;
  techniqueIds: readonly string[];
  termIds: readonly string[];
  /** Languages from the reader's own to the one furthest from it. */
  langs: readonly Lang[];
  audiences: readonly SearchAudience[];
  /** 'YYYY-MM-DD' */
  today: string;
  kind: DocumentKind | null;
  /** Only texts of this language. */
  textLang: Lang | null;
  after: PageKey | null;
  take: number;
};

export type MatchRow = {
  id: string;
  score: number;
  kind: DocumentKind;
  thingId: string;
  lang: Lang;
  isMachine: boolean;
  path: string;
  seconds: number | null;
  title: string;
  titleLang: Lang;
  /** The course of a lesson, the recording of a chapter or caption. */
  within: string | null;
  withinLang: Lang | null;
  text: string;
  techniqueIds: string[];
};

export type Matches = {
  rows: MatchRow[];
  kinds: Partial<Record<DocumentKind, number>>;
  langs: Partial<Record<Lang, number>>;
  /** The words as PostgreSQL read them: their lexemes are marked in snippets. */
  asked: string;
};

/** So many rows of each shelf are ranked at most: a word that stands everywhere must not cost a second. */
export const MOST_RANKED = 1_500;

const SHELVES = [1, 2, 3];

const text = (value: string) => Prisma.sql`${value}::text`;

/** The three queries: for Russian, for Kazakh, and for English and Japanese texts. */
function queries({ text: query, strictness }: Question): Prisma.Sql {
  const operator = strictness === 'any' ? Prisma.sql`||` : Prisma.sql`&&`;
  const own = (words: Prisma.Sql, names: Prisma.Sql) => Prisma.sql`
    (${words} ${operator} ${text(query.japanese)}::tsquery) || ${names} || ${text(query.names.japanese)}::tsquery`;
  const stemmed = (configuration: string) =>
    own(
      Prisma.sql`to_tsquery(${text(configuration)}::regconfig, ${text(query.stemmed)})`,
      Prisma.sql`to_tsquery(${text(configuration)}::regconfig, ${text(query.names.stemmed)})`,
    );
  const kazakh = own(
    Prisma.sql`${text(query.kazakh)}::tsquery`,
    Prisma.sql`${text(query.names.kazakh)}::tsquery`,
  );
  return Prisma.sql`SELECT ${stemmed('russian')} AS ru, ${kazakh} AS kk, ${stemmed('english')} AS en`;
}

/** Weights of the kinds, and how much a text in the reader's language is preferred. */
const kindWeight = Prisma.sql`CASE kind ${Prisma.join(
  DOCUMENT_KINDS.map((kind) => Prisma.sql`WHEN ${kind} THEN ${KINDS[kind].weight}::float8`),
  ' ',
)} END`;

const langWeight = (langs: readonly Lang[]) =>
  Prisma.sql`CASE lang ${Prisma.join(
    langs.map((lang, index) => Prisma.sql`WHEN ${lang} THEN ${[1.3, 1.1, 1, 0.95][index] ?? 1}::float8`),
    ' ',
  )} END`;

/** README.md gives the reason for each figure. */
function score({ text: query, techniqueIds, termIds, langs }: Question): Prisma.Sql {
  const asked = Prisma.sql`CASE lang WHEN 'ru' THEN (SELECT ru FROM q) WHEN 'kk' THEN (SELECT kk FROM q)
    ELSE (SELECT en FROM q) END`;
  return Prisma.sql`round(1e6 * ${kindWeight} * ${langWeight(langs)} * (
    ts_rank('{0.1,0.2,0.5,1.0}'::float4[], vector, ${asked}, 1)
    + CASE WHEN title_folded = ANY(${query.folded}::text[]) THEN 1.0
           WHEN EXISTS (SELECT 1 FROM unnest(${query.folded}::text[]) n WHERE starts_with(title_folded, n)) THEN 0.4
           ELSE 0 END
    + CASE WHEN technique_ids && ${techniqueIds}::text[] THEN 0.5 ELSE 0 END
    + CASE WHEN term_ids && ${termIds}::text[] THEN 0.3 ELSE 0 END))::int`;
}

function shelf(question: Question, number: number): Prisma.Sql {
  const { techniqueIds, termIds, audiences, today, textLang } = question;
  const conditions = [
    Prisma.sql`shelf = ${Prisma.raw(String(number))}`,
    Prisma.sql`((lang = 'ru' AND vector @@ (SELECT ru FROM q)) OR (lang = 'kk' AND vector @@ (SELECT kk FROM q))
      OR (lang IN ('en', 'ja') AND vector @@ (SELECT en FROM q))
      OR technique_ids && ${techniqueIds}::text[] OR term_ids && ${termIds}::text[])`,
    Prisma.sql`audience = ANY(${audiences}::text[])`,
    Prisma.sql`(available_until IS NULL OR available_until >= ${today}::date)`,
    ...(textLang ? [Prisma.sql`lang = ${textLang}`] : []),
  ];
  return Prisma.sql`(SELECT id, kind, thing_id, is_inner, lang, ${score(question)} AS score
    FROM search_document WHERE ${Prisma.join(conditions, ' AND ')} LIMIT ${MOST_RANKED})`;
}

/** `best`: each thing once, in its best language and in full where the reader may read it. */
const best = (question: Question): Prisma.Sql => Prisma.sql`
    WITH q AS MATERIALIZED (${queries(question)}),
    found AS MATERIALIZED (${Prisma.join(
      SHELVES.map((number) => shelf(question, number)),
      ' UNION ALL ',
    )}),
    best AS (SELECT DISTINCT ON (kind, thing_id) * FROM found ORDER BY kind, thing_id, is_inner DESC, score DESC, id)`;

/** The page of a question: each thing once, in its best language; one statement. */
export function matchesQuery(question: Question): Prisma.Sql {
  const { kind, after, take, langs } = question;
  const conditions = [
    ...(kind ? [Prisma.sql`kind = ${kind}`] : []),
    ...(after ? [Prisma.sql`(score, id) < (${after.score}::int, ${after.id}::uuid)`] : []),
  ];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return Prisma.sql`
    ${best(question)},
    page AS (SELECT * FROM best ${where} ORDER BY score DESC, id DESC LIMIT ${take}),
    shown AS (
      SELECT d.id, page.score, d.kind, d.thing_id AS "thingId", d.lang, d.is_machine AS "isMachine",
        coalesce(nullif(d.path, ''), head.path || '?t=' || d.seconds) AS path, d.seconds,
        coalesce(own.title, nullif(d.title, ''), head.title) AS title,
        coalesce(own.title_lang, CASE WHEN d.title = '' THEN head.title_lang ELSE d.title_lang END) AS "titleLang",
        head.title AS within, head.title_lang AS "withinLang",
        d.text, d.technique_ids AS "techniqueIds"
      FROM page JOIN search_document d ON d.id = page.id
      LEFT JOIN search_document own ON own.kind = d.kind AND own.thing_id = d.thing_id AND NOT own.is_inner
        AND own.lang = ${langs[0] ?? 'ru'} AND own.title <> ''
      LEFT JOIN LATERAL (
        SELECT r.path, r.title, r.title_lang FROM search_document r
        WHERE d.shelf > 1 AND r.group_key = d.group_key
          AND r.kind = CASE d.kind WHEN 'lesson' THEN 'course' ELSE 'recording' END AND NOT r.is_inner
        ORDER BY array_position(${langs}::text[], r.lang) LIMIT 1) head ON true)
    SELECT
      (SELECT coalesce(json_agg(shown ORDER BY score DESC, id DESC), '[]') FROM shown) AS rows,
      (SELECT coalesce(json_object_agg(kind, n), '{}') FROM (SELECT kind, count(*)::int AS n FROM best GROUP BY kind) c) AS kinds,
      (SELECT coalesce(json_object_agg(lang, n), '{}') FROM
        (SELECT lang, count(DISTINCT (kind, thing_id))::int AS n FROM found GROUP BY lang) c) AS langs,
      to_tsquery('russian', ${text(question.text.stemmed)})::text || ' ' ||
        to_tsquery('english', ${text(question.text.stemmed)})::text AS asked`;
}

export async function listMatches(db: Db, question: Question): Promise<Matches> {
  const [row] = await db.$queryRaw<Matches[]>(matchesQuery(question));
  return row ?? { rows: [], kinds: {}, langs: {}, asked: '' };
}

/** Ids of all things of the question's kind, best first. */
export async function listThingIds(db: Db, question: Question): Promise<string[]> {
  const rows = await db.$queryRaw<{ thing_id: string }[]>(Prisma.sql`${best(question)}
    SELECT thing_id FROM best WHERE kind = ${question.kind} ORDER BY score DESC, id DESC LIMIT ${question.take}`);
  return rows.map(({ thing_id }) => thing_id);
}
