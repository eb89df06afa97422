import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { readMigrations } from '../../scripts/lib/migrate.mjs';
import { onDatabase } from '../support/template-database';
import { fillTables } from './fill-tables';

const server = process.env.SHIHAN_TEST_SERVER ?? '';
const migrations = readMigrations('prisma/migrations');
const indexOf = (end: string) => migrations.findIndex(({ name }) => name.endsWith(end));

/** Tables whose only rows come from a migration. */
const filledByMigrations = migrations.flatMap(({ sql }) =>
  [...sql.matchAll(/INSERT INTO "(\w+)"/g)].map(([, table]) => table ?? ''),
);

const text = (ru: string) => ({ original: 'ru', ru: { text: ru, origin: 'author' } });
const facts = (name: string, from: string, until: string | null) => ({
  ...{ name, office: text('Президент'), organisation: text('Федерация'), from, until },
});

test('results of quizzes and signatories of before are moved, in their order', async () => {
  const name = `shihan_moved_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: onDatabase(server, 'postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const client = new pg.Client({ connectionString: onDatabase(server, name) });
  await client.connect();
  try {
    for (const { sql } of migrations.slice(0, indexOf('_quiz_scores'))) await client.query(sql);
    await fillTables(client, filledByMigrations);
    const [one, two] = [1, 2].map((row) => `00000000-0000-7000-8000-00000000000${row}`);
    await client.query('UPDATE completion SET score_percent = 85');
    await client.query(`UPDATE evidence SET type = 'course', source_id = id::text`);
    await client.query('UPDATE quiz_attempt SET passed = (id = $1)', [one]);
    const signatories = [facts('Бірінші', '2010-01-01', '2019-12-31'), facts('Second', '2020-01-01', null)];
    await client.query('UPDATE framework SET signatories = $2 WHERE id = $1', [
      one,
      JSON.stringify(signatories),
    ]);
    for (const { sql } of migrations.slice(indexOf('_quiz_scores'), indexOf('_signatories') + 1))
      await client.query(sql);
    const { rows: scores } = await client.query(
      'SELECT id, score_percent AS score FROM evidence ORDER BY id',
    );
    expect(scores.slice(0, 2)).toEqual([
      { id: one, score: 85 },
      { id: two, score: null },
    ]);
    const { rows: moved } = await client.query(
      `SELECT s.rank, s.name, s."from"::text AS "from", s.until::text AS until, s.office,
        (SELECT json_agg(a.act ORDER BY a.position) FROM signatory_act a WHERE a.signatory_id = s.id) AS acts
       FROM signatory s WHERE s.framework_id = $1 ORDER BY s.rank`,
      [one],
    );
    const acts = ['appoint', 'confirm'];
    const office = text('Президент');
    expect(moved).toEqual([
      { rank: 1, name: 'Бірінші', from: '2010-01-01', until: '2019-12-31', office, acts },
      { rank: 2, name: 'Second', from: '2020-01-01', until: null, office, acts },
    ]);
  } finally {
    await client.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
});
