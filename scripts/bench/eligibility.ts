import type pg from 'pg';
import { getPath } from '~/domain/applications/get-path.server';
import type { Requirement } from '~/domain/frameworks/inputs';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { queryCount } from '~/platform/db/connect.server';
import { newId } from '~/platform/ids';
import { onOwnDatabase } from './own-database.ts';
import { printTable } from './print-table.mjs';
import { openOffice } from './register.ts';

const ROWS = 500;

/** Rounds that are not counted. */
const WARM_UP = 20;

/** Everything that is looked for in the evidence; met by one row, by many, and not at all. */
const ASKED: Requirement = {
  kind: 'all',
  of: [
    { kind: 'registration' },
    { kind: 'course', ref: 'course:bench-7' },
    { kind: 'course', ref: 'course:none' },
    { kind: 'practical', level: 'bench-1' },
    { kind: 'hours', category: 'any', hours: 600 },
    { kind: 'points', category: 'seminar', points: 1000 },
  ],
};

/** The coach, who is number 0, and others with as much evidence, from one number to another; all of their rows alike. */
const FILL = `
  WITH who AS (SELECT CASE WHEN n = 0 THEN $1::uuid ELSE gen_random_uuid() END AS person, n
    FROM generate_series($3::int, $4::int) n),
  people AS (INSERT INTO person (id, created_at) SELECT person, now() FROM who),
  names AS (INSERT INTO person_name (id, person_id, script, kind, family, given, patronymic, folded, recorded_at)
    SELECT gen_random_uuid(), person, 'cyrillic', 'own', 'Жаттықтырушы', 'Үлгі ' || n, NULL, 'jattyqtyrushy ulgi ' || n, now()
    FROM who),
  accounts AS (INSERT INTO account (id, person_id, email, email_confirmed_at, lang, created_at)
    SELECT gen_random_uuid(), person, person || '@bench.test', now(), 'kk', now() FROM who)
  INSERT INTO evidence (id, person_id, type, source_id, ref, title, hours, points, category, occurred_on, recorded_at)
  SELECT gen_random_uuid(), person, type, gen_random_uuid()::text,
    CASE type WHEN 'practical' THEN 'practical:bench-' || row % 3 ELSE type || ':bench-' || row || '@1' END,
    jsonb_build_object('original', 'en', 'en', jsonb_build_object('text', 'Bench ' || row, 'origin', 'author')),
    1.5, 2, category, current_date - row, now()
  FROM who, generate_series(1, $2::int) row,
    LATERAL (SELECT (ARRAY['course', 'course', 'attendance', 'placement', 'practical'])[1 + row % 5] AS type,
      (ARRAY['course', 'course', 'seminar', 'placement', 'practical'])[1 + row % 5] AS category) kind`;

const RAW = {
  name: 'raw-evidence',
  text: 'SELECT * FROM evidence WHERE person_id = $1 ORDER BY occurred_on DESC, id DESC LIMIT 1000',
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** In turns, so that noise of the machine falls on both. */
async function measure(ctx: Ctx & { actor: Actor }, client: pg.Client, rounds: number) {
  const own: number[] = [];
  const bare: number[] = [];
  const ask = () => getPath(ctx, { level: 'bench-1' });
  const plain = () => client.query({ ...RAW, values: [ctx.actor.personId] });
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const [mine, raw] = [await timed(ask), await timed(plain)];
    if (round < 0) continue;
    own.push(mine);
    bare.push(raw);
  }
  const counted = { queries: 0 };
  await queryCount.run(counted, ask);
  return { own: median(own), bare: median(bare), statements: counted.queries };
}

async function measureAll(ctx: Ctx & { actor: Actor }, client: pg.Client, quick: boolean): Promise<void> {
  const table: string[][] = [];
  let [people, first] = [0, 0];
  for (const size of quick ? [10_000, 100_000] : [10_000, 1_000_000]) {
    await client.query("SET session_replication_role = 'replica'");
    await client.query(FILL, [ctx.actor.personId, ROWS, people, size / ROWS - 1]);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
    people = size / ROWS;
    const { own, bare, statements } = await measure(ctx, client, quick ? 50 : 200);
    first ||= own;
    const shown = [own.toFixed(2), bare.toFixed(2), (own / bare).toFixed(1), (own / first).toFixed(2)];
    table.push([`${ROWS} of ${size} rows of evidence`, ...shown, String(statements)]);
  }
  printTable(
    'What a coach has of what a level asks for (median ms; raw: the same evidence by one prepared select; target: at most 10 × that; statements: 2 for evidence and licences, the others for rules, open application and renewal)',
    ['', 'own', 'raw', 'to raw', 'to 10,000', 'statements'],
    table,
  );
}

/** On a database of its own. */
export async function benchEligibility({ quick }: { quick: boolean }): Promise<void> {
  await onOwnDatabase(async (root, client) => {
    const office = await openOffice(root, ASKED);
    const actor: Actor = { ...office, personId: newId(), grants: [] };
    await measureAll({ ...root, actor }, client, quick);
  });
}
