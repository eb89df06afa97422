// @ts-check

/** Every twentieth holder belongs to one of these regions, every third of them to a club below it. */
const REGIONS = 20;

/** Nobody joins the region r7 any more after this number: it stays as it is while the others grow. */
const SETTLED = 10_000;

/** A different UUID for each kind and number. @param {string} kind */
const id = (kind) => `md5('bench-${kind}-' || n)::uuid`;

const REGION = `CASE WHEN n % ${REGIONS} = 7 AND n > ${SETTLED} THEN ${REGIONS} ELSE n % ${REGIONS} END`;

const PLACE = `'/bench/r' || ${REGION} || '/' || CASE WHEN n % 3 = 0 THEN 'club-' || n % 600 || '/' ELSE '' END`;

/** The last day of award n: spread over six years around today, so that most are over, as in a register that is old. */
const UNTIL = 'current_date - 1460 + (n * 7919 % 2190)::int';

/** Tables in the order of their ties: what is filled, and where its rows come from. */
const FILLS = [
  ['person (id, created_at)', `SELECT ${id('person')}, now()`],
  [
    'holder (person_id, display_name, latin_name, folded_names, path)',
    `SELECT ${id('person')}, name, initcap(folded), folded, ${PLACE}`,
  ],
  [
    'qualification (id, person_id, level_id, awarded_on, recorded_at)',
    `SELECT ${id('award')}, ${id('person')}, levels[1 + n % array_length(levels, 1)], ${UNTIL} - 730, now()`,
  ],
  [
    'licence_period (id, qualification_id, no, "from", until, window_opens, grace_until, rule_set_version_id, components, zone, recorded_at, path)',
    `SELECT ${id('period')}, ${id('award')}, 1, ${UNTIL} - 730, ${UNTIL}, ${UNTIL} - 90, ${UNTIL} + 180,
       rules[1 + n % array_length(rules, 1)], ARRAY['safeguarding', 'head-injury'], 'Asia/Almaty', now(), ${PLACE}`,
  ],
  // Nobody lacks the one component; the other, every second person of each region.
  ...[
    { kind: 'head-injury', share: 1 },
    { kind: 'safeguarding', share: 2 },
  ].map(({ kind, share }) => [
    'component (id, person_id, kind, "from", until, evidence_id, recorded_at)',
    `SELECT ${id(kind)}, ${id('person')}, '${kind}', current_date - 400, current_date + 400, ${id(kind)}, now()`,
    `WHERE n / ${REGIONS} % ${share} = 0`,
  ]),
];

const FAMILIES =
  "ARRAY['alimov','serikov','dosov','abenov','jumabaev','ospanov','kairatov','satpaev','muhtarov','tanaka','sato','suzuki','ivanov','petrov','kim']";
const GIVEN = "ARRAY['jenis','aigul','baurjan','nurlan','dana','erlan','kosei','hanako','aleksei','olga']";

/** Numbers with the names they stand for. @param {number} from @param {number} to */
const numbers = (from, to) => `FROM (SELECT n, levels, rules, folded, initcap(folded) AS name FROM (SELECT n,
    (${FAMILIES})[1 + n % 15] || ' ' || (${GIVEN})[1 + n / 15 % 10] || ' ' || to_hex(n * 40503 % 1048576) AS folded,
    levels, rules
    FROM generate_series(${from}::bigint, ${to}::bigint) n,
      (SELECT array_agg(level_id ORDER BY level_id) AS levels, array_agg(id ORDER BY level_id) AS rules
       FROM (SELECT DISTINCT ON (level_id) level_id, id FROM rule_set_version ORDER BY level_id, id) one) rule) made) named`;

/**
 * Awards from one number to another, of a register of one period each, of people below '/bench/'.
 * @param {import('pg').ClientBase} client of a role that may set session_replication_role
 * @param {number} from @param {number} to
 */
export async function fillRegister(client, from, to) {
  await client.query("SET session_replication_role = 'replica'");
  for (const [target, rows, which = ''] of FILLS)
    await client.query(`INSERT INTO ${target} ${rows} ${numbers(from, to)} ${which}`);
  await client.query("SET session_replication_role = 'origin'");
  for (const table of ['person', 'holder', 'qualification', 'licence_period', 'component'])
    await client.query(`VACUUM ANALYZE ${table}`);
  await client.query('CHECKPOINT');
}
