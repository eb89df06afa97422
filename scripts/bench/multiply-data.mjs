// @ts-check

/**
 * A table whose rows are multiplied: ids of these tables point into the copy, all others stay.
 * @typedef {object} Plan
 * @property {string} table
 * @property {Record<string, string>} [change] column → SQL of its value in copy `n`
 */

/** Texts that must differ in each copy. @param {string} column */
const numbered = (column) => `c."${column}" || '-' || n`;

/** Whose content grows with the number of courses. @type {Plan[]} */
const COURSES = [
  { table: 'course', change: { slug: numbered('slug') } },
  { table: 'course_version' },
  { table: 'module' },
  { table: 'lesson' },
  { table: 'question' },
  { table: 'course_prerequisite' },
  { table: 'course_theme' },
  { table: 'seminar', change: { slug: numbered('slug') } },
  { table: 'seminar_host' },
  { table: 'seminar_session' },
  { table: 'seminar_recording' },
];

/** Whose content grows with the number of people. @type {Plan[]} */
const PEOPLE = [
  { table: 'person' },
  { table: 'person_name' },
  {
    table: 'account',
    change: { email: `'n' || n || '.' || c."email"`, phone: 'NULL' },
  },
  { table: 'consent' },
  { table: 'affiliation' },
  { table: 'enrolment' },
  { table: 'lesson_progress' },
  { table: 'quiz_attempt' },
  { table: 'completion' },
  { table: 'evidence', change: { source_id: numbered('source_id') } },
  { table: 'score_sheet', change: { submission_key: mapped('submission_key') } },
  { table: 'claimant' },
  { table: 'claim' },
  { table: 'claim_file' },
  { table: 'claim_decision' },
  { table: 'holder' },
  { table: 'application' },
  { table: 'application_decision' },
  { table: 'qualification' },
  { table: 'licence_period' },
  { table: 'ledger_entry' },
  { table: 'component' },
  { table: 'suspension' },
  { table: 'decision' },
  { table: 'revocation' },
  { table: 'credential', change: { serial: numbered('serial'), number: numbered('number') } },
  { table: 'credential_document' },
  { table: 'register_consent' },
  { table: 'register_entry', change: { serial: numbered('serial') } },
  { table: 'outbox_mail' },
];

/** Columns that say who acted: the clerks stay the same people. */
const STAYS = /^(actor_id|granted_by|withdrawn_by|confirmed_by|assessor_id|second_signer_id|published_by)$/;

/** Columns that point to rows which are not multiplied. */
const OUTSIDE =
  /^(organisation_id|level_id|framework_id|rule_set_version_id|recording_id|asset_id|theme_id)$/;

/** The id that copy `n` of a row has. @param {string} column */
function mapped(column) {
  return `md5(c."${column}"::text || ':' || n)::uuid`;
}

/** Learners keep studying the original courses. @param {string} table @param {string} column */
function isForeign(table, column) {
  if (STAYS.test(column) || OUTSIDE.test(column)) return true;
  if (table === 'enrolment') return /^course(_version)?_id$/.test(column);
  return table === 'lesson_progress' && column === 'lesson_id';
}

/**
 * @param {import('pg').ClientBase} client @param {Plan} plan @param {number} from @param {number} to
 */
async function copyTable(client, { table, change = {} }, from, to) {
  const { rows } = await client.query(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  if (rows.length === 0) throw new Error(`There is no table ${table} to multiply`);
  const values = rows.map(({ name, type }) => {
    if (change[name]) return change[name];
    return type === 'uuid' && !isForeign(table, name) ? mapped(name) : `c."${name}"`;
  });
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  await client.query(
    `INSERT INTO "${table}" (${names})
     SELECT ${values.join(', ')} FROM multiplied_${table} c, generate_series(${from}::int, ${to}::int) n`,
  );
}

/**
 * Makes the database `times` as large as it was when this was first called on it, by copying courses and people
 * with everything that belongs to them. Roles and the audit chain are not multiplied.
 * @param {import('pg').ClientBase} client of a role that may set session_replication_role
 * @param {number} times
 * @returns {Promise<Record<string, number>>} rows of the largest tables
 */
export async function multiplyData(client, times) {
  const plans = [...COURSES, ...PEOPLE];
  await client.query('BEGIN');
  await client.query("SET LOCAL session_replication_role = 'replica'");
  const { rows } = await client.query("SELECT to_regclass('multiplied_times') IS NOT NULL AS known");
  if (!rows[0].known) {
    await client.query('CREATE TABLE multiplied_times AS SELECT 1 AS times');
    for (const { table } of plans) await client.query(`CREATE TABLE multiplied_${table} AS TABLE "${table}"`);
  }
  const before = Number((await client.query('SELECT times FROM multiplied_times')).rows[0].times);
  if (times > before) for (const plan of plans) await copyTable(client, plan, before, times - 1);
  await client.query('UPDATE multiplied_times SET times = $1', [Math.max(times, before)]);
  await client.query('UPDATE content_version SET version = version + 1');
  await client.query('COMMIT');
  await client.query('ANALYZE');
  return countRows(client);
}

/** @param {import('pg').ClientBase} client @returns {Promise<Record<string, number>>} */
async function countRows(client) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const table of ['course', 'lesson', 'person', 'enrolment', 'qualification', 'credential']) {
    counts[table] = Number((await client.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);
  }
  return counts;
}
