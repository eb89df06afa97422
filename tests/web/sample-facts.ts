import type { Site } from '../support/site';

/** Everybody who signs in for the matrix: accounts of the demo, by the name before @demo.test. */
export const ROLES_OF_MATRIX = [
  'coach',
  'coach2',
  'instructor',
  'editor',
  'assessor',
  'registrar',
  'coordinator',
  'observer',
  'admin',
] as const;

export type Role = (typeof ROLES_OF_MATRIX)[number] | 'visitor';

export type SampleFacts = {
  /** A lawful value for each parameter of an address; private records belong to coach2@demo.test. */
  params: Readonly<Record<string, string>>;
};

/** The one value of a query; a missing one is named by its question, so that a test says what the demo lacks. */
async function value(site: Site, what: string, sql: string): Promise<string> {
  const { rows } = await site.services.database.pool.query<{ value: string }>(sql);
  if (!rows[0]) throw new Error(`The demo has no ${what}`);
  return rows[0].value;
}

const OF_OWNER = `(SELECT person_id FROM account WHERE email = 'coach2@demo.test')`;

export async function sampleFacts(site: Site): Promise<SampleFacts> {
  const course = await value(
    site,
    'course that coach2 studies',
    `SELECT c.slug AS value FROM enrolment e JOIN course c ON c.id = e.course_id
     WHERE e.person_id = ${OF_OWNER} ORDER BY c.slug COLLATE "C" DESC LIMIT 1`,
  );
  return {
    params: {
      lang: 'ru',
      course,
      lesson: await value(
        site,
        'video lesson that coach2 studies',
        `SELECT l.slug AS value FROM enrolment e JOIN course c ON c.id = e.course_id
         JOIN lesson l ON l.version_id = e.course_version_id
         WHERE e.person_id = ${OF_OWNER} AND c.slug = '${course}' AND l.kind = 'video' ORDER BY l.position LIMIT 1`,
      ),
      serial: await value(
        site,
        'credential of coach2',
        `SELECT serial AS value FROM credential WHERE person_id = ${OF_OWNER} ORDER BY issued_at LIMIT 1`,
      ),
      level: await value(site, 'level', `SELECT slug AS value FROM level ORDER BY rank LIMIT 1`),
      id: await value(
        site,
        'application',
        `SELECT id AS value FROM application ORDER BY (person_id = ${OF_OWNER}) DESC, submitted_at LIMIT 1`,
      ),
      qualification: await value(
        site,
        'qualification of coach2',
        `SELECT id AS value FROM qualification WHERE person_id = ${OF_OWNER} LIMIT 1`,
      ),
      person: await value(site, 'person', `SELECT ${OF_OWNER} AS value`),
      account: await value(
        site,
        'account',
        `SELECT id AS value FROM account WHERE email = 'coach2@demo.test'`,
      ),
      sheet: await value(
        site,
        'score sheet',
        `SELECT id AS value FROM score_sheet WHERE person_id = ${OF_OWNER} ORDER BY recorded_at LIMIT 1`,
      ),
      code: 'NOSUCHCODE',
      token: 'no-token',
      assetId: await value(site, 'media asset', 'SELECT id AS value FROM media_asset LIMIT 1'),
      '*': 'nothing',
    },
  };
}
