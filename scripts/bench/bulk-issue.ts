import type pg from 'pg';
import { decideTogether } from '~/domain/applications/decide-together.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { say } from '../lib/refusal.mjs';
import { onOwnDatabase } from './own-database.ts';
import { printTable } from './print-table.mjs';
import { openOffice } from './register.ts';
import { fillRegister } from './register-data.mjs';

/** Applications that are decided in one transaction, and rows of one transaction on the other side. */
const TOGETHER = 25;

/** People who have everything that the first level asks for, and their open applications. */
const FILL = `
  WITH who AS (SELECT gen_random_uuid() AS person, gen_random_uuid() AS account, gen_random_uuid() AS application, n
    FROM generate_series(1, $1::int) n),
  people AS (INSERT INTO person (id, created_at) SELECT person, now() FROM who),
  names AS (INSERT INTO person_name (id, person_id, script, kind, family, given, patronymic, folded, recorded_at)
    SELECT gen_random_uuid(), person, 'cyrillic', 'own', 'Жаттықтырушы', 'Үлгі ' || n, NULL, 'jattyqtyrushy ulgi ' || n, now()
    FROM who),
  accounts AS (INSERT INTO account (id, person_id, email, email_confirmed_at, lang, created_at)
    SELECT account, person, account || '@bench.test', now(), 'kk', now() FROM who),
  holders AS (INSERT INTO holder (person_id, display_name, latin_name, folded_names, path)
    SELECT person, 'Жаттықтырушы Үлгі ' || n, 'Coach ' || n, 'jattyqtyrushy ulgi ' || n, '/bench/' FROM who),
  conditions AS (INSERT INTO component (id, person_id, kind, "from", until, evidence_id, recorded_at)
    SELECT gen_random_uuid(), person, kind, current_date - 10, current_date + 700, gen_random_uuid(), now()
    FROM who, unnest(ARRAY['safeguarding', 'head-injury']) kind)
  INSERT INTO application (id, person_id, level_id, rule_set_version_id, path, note, languages, submitted_at)
  SELECT application, person, l.id, r.id, '/bench/', '', '{kk,en}', now()
  FROM who, level l JOIN rule_set_version r ON r.level_id = l.id WHERE l.slug = 'bench-1'
  RETURNING id`;

async function fill(client: pg.Client, count: number): Promise<string[]> {
  await client.query("SET session_replication_role = 'replica'");
  const { rows } = await client.query<{ id: string }>(FILL, [count]);
  await client.query("SET session_replication_role = 'origin'");
  await client.query('ANALYZE');
  return rows.map(({ id }) => id);
}

const chunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, at) =>
    ids.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );

async function issue(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const applicationIds of chunks(ids)) {
    const made = await decideTogether(ctx, { act: 'issue', note: '', applicationIds, keys: {} });
    const failed = made.find(({ outcome }) => outcome === 'not-done');
    if (failed) throw new Error(`Not issued: ${JSON.stringify(failed)}`);
  }
}

/** What was awarded for an application, which the others of the register were not. */
const FOR_APPLICATIONS: Readonly<Record<string, string>> = {
  qualification: 'WHERE application_id IS NOT NULL',
  licence_period: 'WHERE qualification_id IN (SELECT id FROM qualification WHERE application_id IS NOT NULL)',
};

/** Tables that an issue writes to, in the order in which it does; one row of each for an application. */
const WRITTEN = [
  ['application_decision', 'application_id = $1'],
  ['qualification', 'application_id = $1'],
  ['licence_period', 'qualification_id = (SELECT id FROM qualification WHERE application_id = $1)'],
  ['credential', 'qualification_id = (SELECT id FROM qualification WHERE application_id = $1)'],
  [
    'status_entry',
    'credential_id IN (SELECT c.id FROM credential c JOIN qualification q ON q.id = c.qualification_id WHERE q.application_id = $1)',
  ],
  [
    'outbox_mail',
    '"to" = (SELECT a.email FROM account a JOIN application o ON o.person_id = a.person_id WHERE o.id = $1)',
  ],
  ['audit_event', 'subject_id = $1::text'],
  ['audit_detail', 'seq IN (SELECT seq FROM audit_event WHERE subject_id = $1::text)'],
  [
    'pgboss.job',
    `data ->> 'credentialId' = (SELECT c.id::text FROM credential c JOIN qualification q ON q.id = c.qualification_id
       WHERE q.application_id = $1)`,
  ],
] as const;

type Written = { text: string; values: unknown[] };

/** The rows that the issue of an application wrote, as bare inserts, each prepared once. */
async function writtenFor(client: pg.Client, id: string): Promise<Written[]> {
  const all: Written[] = [];
  for (const [table, where] of WRITTEN) {
    const { rows, fields } = await client.query({
      text: `SELECT * FROM ${table} WHERE ${where}`,
      values: [id],
    });
    const columns = fields.map(({ name }) => `"${name}"`).join(', ');
    const places = fields.map((_, at) => `$${at + 1}`).join(', ');
    const jsons = new Set(fields.filter(({ dataTypeID }) => dataTypeID === 3802).map(({ name }) => name));
    for (const row of rows as Record<string, unknown>[])
      all.push({
        text: `INSERT INTO ${table} (${columns}) VALUES (${places})`,
        values: fields.map(({ name }) => (jsons.has(name) ? JSON.stringify(row[name]) : row[name])),
      });
  }
  return all;
}

/** The same rows by prepared statements, one a row, 25 applications a transaction. */
async function insertBare(
  client: pg.Client,
  items: readonly Written[][],
  ids: readonly string[],
): Promise<void> {
  const texts: string[] = [];
  const nameOf = (text: string): string => {
    if (!texts.includes(text)) texts.push(text);
    return `bare-${texts.indexOf(text)}`;
  };
  for (let at = 0; at < items.length; at += TOGETHER) {
    await client.query('BEGIN');
    for (const [offset, rows] of items.slice(at, at + TOGETHER).entries()) {
      for (const { text, values } of rows) await client.query({ name: nameOf(text), text, values });
      await client.query({
        name: 'bare-close',
        text: 'UPDATE application SET closed_at = now() WHERE id = $1',
        values: [ids[at + offset]],
      });
    }
    await client.query('COMMIT');
  }
}

/** Takes away what an issue wrote, so that the same rows can be written again. */
async function takeAway(client: pg.Client): Promise<void> {
  await client.query("SET session_replication_role = 'replica'");
  for (const [table] of [...WRITTEN].reverse())
    await client.query(`DELETE FROM ${table} ${FOR_APPLICATIONS[table] ?? ''}`);
  await client.query("SET session_replication_role = 'origin'");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Three rounds beside a register of so many licences. */
async function measure(ctx: Ctx, client: pg.Client, count: number, size: number): Promise<string[][]> {
  const warm = await fill(client, TOGETHER * 2);
  await issue(ctx, warm);
  await takeAway(client);
  const rows: string[][] = [];
  for (let round = 1; round <= 3; round += 1) {
    const ids = await fill(client, count);
    const own = await timed(() => issue(ctx, ids));
    const items: Written[][] = [];
    for (const id of ids) items.push(await writtenFor(client, id));
    await takeAway(client);
    const bare = await timed(() => insertBare(client, items, ids));
    await takeAway(client);
    const perItem = items[0]?.length ?? 0;
    rows.push([
      `${size} licences, round ${round}: ${count} of ${perItem + 1} rows`,
      ...[own, bare].map((ms) => ((count / ms) * 1000).toFixed(0)),
      ...[own, bare].map((ms) => (ms / count).toFixed(2)),
      `${((bare / own) * 100).toFixed(0)} %`,
    ]);
  }
  return rows;
}

async function measureAll(ctx: Ctx, client: pg.Client, quick: boolean): Promise<void> {
  const rows: string[][] = [];
  let filled = 0;
  for (const size of quick ? [10_000, 100_000] : [10_000, 1_000_000]) {
    say(`Filling the register to ${size} licence periods …`);
    await fillRegister(client, filled + 1, size);
    filled = size;
    rows.push(...(await measure(ctx, client, quick ? 100 : 500, size)));
  }
  printTable(
    'Bulk issue, without the PDFs, beside bare inserts of the same rows (target: at least 25 % of their rate)',
    ['', 'own/s', 'bare/s', 'own ms', 'bare ms', 'own to bare'],
    rows,
  );
}

/** On a database of its own. */
export async function benchBulkIssue({ quick }: { quick: boolean }): Promise<void> {
  await onOwnDatabase(async (root, client) => {
    const actor: Actor = await openOffice(root);
    await client.query('INSERT INTO person (id, created_at) VALUES ($1, now())', [actor.personId]);
    await client.query(
      "INSERT INTO account (id, person_id, email, lang, created_at) VALUES ($1, $2, 'office@bench.test', 'ru', now())",
      [actor.accountId, actor.personId],
    );
    await measureAll({ ...root, actor }, client, quick);
  });
}
