import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prisma } from '~/platform/db/client';
import { matchesQuery, type Question } from '~/platform/search/matches.server';
import { proposalsQuery } from '~/platform/search/proposals.server';
import { TITLES } from '~/platform/search/suggest-titles.server';
import { queryText } from '~/platform/search/text/query-text';
import { fillIndex } from '../../../scripts/bench/search.mjs';
import { useWorld } from '../../support/database';

const world = useWorld();
let client: pg.Client;

/** A tenth of what the bench calls 1 ×: five hundred lessons in four languages, five thousand cues. */
const PART = 0.1;

beforeAll(async () => {
  client = new pg.Client({ connectionString: world.current.url });
  await client.connect();
  await fillIndex(client, 0, PART);
}, 120_000);

afterAll(() => client.end());

async function planOf(query: Prisma.Sql): Promise<string> {
  const rows = await world.current
    .ctx()
    .db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${query}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const question = (q: string, change: Partial<Question> = {}): Question => ({
  text: queryText(q, [], 'all'),
  strictness: 'all',
  ...{ techniqueIds: ['uchi-mata'], termIds: [], langs: ['ru', 'en', 'kk', 'ja'], audiences: ['public'] },
  ...{ today: '2026-11-25', kind: null, textLang: null, after: null, take: 21 },
  ...change,
});

it.each([
  ['падение', {}],
  ['受身 балалар', { kind: 'lesson' as const }],
  ['training', { textLang: 'en' as const, after: { score: 5, id: '00000000-0000-7000-8000-000000000001' } }],
])('«%s» reads each shelf by its words', async (q, change) => {
  const plan = await planOf(matchesQuery(question(q, change)));
  for (const index of ['things', 'parts', 'captions']) expect(plan).toContain(`search_document_${index}_idx`);
  expect(plan).toContain('search_document_technique_ids_idx');
  expect(plan).not.toMatch(/Seq Scan on search_(document|key)/);
});

it('proposals are read by trigrams', async () => {
  const plan = await planOf(proposalsQuery('тренеровка', '2026-11-25'));
  expect(plan).toContain('search_document_title_idx');
  expect(plan).not.toContain('Seq Scan');
});

it('suggestions walk along the keys', async () => {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${TITLES.text}`, [
    ['ru', 'kk'],
    ['трен'],
    ['трен\u{10ffff}'],
    '2026-11-25',
    8,
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('search_key_order_idx');
  expect(plan).toContain('search_document_pkey');
  expect(plan).not.toMatch(/Seq Scan|Sort Key: k\.key/);
});
