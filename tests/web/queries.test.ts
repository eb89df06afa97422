import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { multiplyData } from '../../scripts/bench/multiply-data.mjs';
import { useSite } from '../support/site';
import type { WebClient } from '../support/web-client';
import { filled } from './addresses';
import { BUDGETS } from './query-budgets';
import { sampleFacts } from './sample-facts';

const TIMES = 20;

const site = useSite({ demo: true, environment: { LOG_LEVEL: 'debug' } });
const clients = new Map<string, WebClient>();
const [small, large] = [new Map<string, number>(), new Map<string, number>()];

async function countStatements(path: string, as: string): Promise<number> {
  const answer = await clients.get(as)?.get(path);
  const count = /db;desc="(\d+)"/.exec(answer?.headers['server-timing'] ?? '')?.[1];
  if (answer?.status !== 200 || count === undefined)
    throw new Error(`${path} as ${as} answers ${answer?.status}`);
  return Number(count);
}

async function countAll(into: Map<string, number>): Promise<void> {
  const { params } = await sampleFacts(site.current);
  for (const budget of BUDGETS) {
    const path = filled(budget.path, params);
    // Now and then a page also notes that the session was seen: the smaller count is the page's own.
    const counts = [await countStatements(path, budget.as), await countStatements(path, budget.as)];
    into.set(`${budget.path} ${budget.as}`, Math.min(...counts));
  }
}

beforeAll(async () => {
  clients.set('visitor', site.current.visitor());
  for (const role of new Set(BUDGETS.map(({ as }) => as))) {
    if (role !== 'visitor') clients.set(role, await site.current.signIn(role));
  }
  await countAll(small);
  const client = new pg.Client({ connectionString: site.current.url });
  await client.connect();
  await multiplyData(client, TIMES);
  await client.end();
  await countAll(large);
});

it.each(BUDGETS)('$path as $as: at most $statements statements', ({ path, as, statements }) => {
  expect(small.get(`${path} ${as}`)).toBeLessThanOrEqual(statements);
});

it.each(BUDGETS)(`$path as $as: no more of them with ${TIMES} times the data`, ({ path, as }) => {
  expect(large.get(`${path} ${as}`)).toBe(small.get(`${path} ${as}`));
});
