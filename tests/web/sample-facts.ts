import type { Site } from '../support/site';
import { sampleImport } from './office/sample-import';

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

const NOWHERE = {
  lang: 'ru',
  technique: 'uchi-mata',
  permission: 'none',
  code: 'NOSUCHCODE',
  token: 'no-token',
  upload: '00000000-0000-7000-8000-000000000000',
  part: '1',
  track: 'ja',
  union: 'none',
  day: '2000-01-01',
  '*': 'nothing',
};

/** Parameters that one query each answers: what it is, and its SQL. */
const QUESTIONS: Readonly<Record<string, readonly [what: string, sql: string]>> = {
  serial: [
    'credential of coach2',
    `SELECT serial AS value FROM credential WHERE person_id = ${OF_OWNER} ORDER BY issued_at LIMIT 1`,
  ],
  batch: ['bulk decision', 'SELECT id AS value FROM batch ORDER BY prepared_at LIMIT 1'],
  level: ['level', 'SELECT slug AS value FROM level ORDER BY rank LIMIT 1'],
  id: [
    'application',
    `SELECT id AS value FROM application ORDER BY (person_id = ${OF_OWNER}) DESC, submitted_at LIMIT 1`,
  ],
  qualification: [
    'qualification of coach2',
    `SELECT id AS value FROM qualification WHERE person_id = ${OF_OWNER} LIMIT 1`,
  ],
  person: ['person', `SELECT ${OF_OWNER} AS value`],
  other: ['person', `SELECT person_id AS value FROM account WHERE email = 'coach@demo.test'`],
  account: ['account', `SELECT id AS value FROM account WHERE email = 'coach2@demo.test'`],
  claim: [
    'paper of coach2',
    `SELECT id AS value FROM claim WHERE person_id = ${OF_OWNER} ORDER BY handed_in_at LIMIT 1`,
  ],
  file: [
    'scan of coach2',
    `SELECT f.id AS value FROM claim_file f JOIN claim c ON c.id = f.claim_id WHERE c.person_id = ${OF_OWNER}
     ORDER BY c.handed_in_at, f.position LIMIT 1`,
  ],
  appeal: ['appeal', 'SELECT id AS value FROM appeal ORDER BY submitted_at LIMIT 1'],
  external: [
    'family of papers of others',
    'SELECT slug AS value FROM external_framework ORDER BY slug LIMIT 1',
  ],
  request: [
    'request for equivalence',
    'SELECT id AS value FROM equivalence_request ORDER BY asked_at LIMIT 1',
  ],
  equivalence: ['equivalence', 'SELECT id AS value FROM equivalence ORDER BY proposed_at LIMIT 1'],
  sheet: [
    'score sheet',
    `SELECT id AS value FROM score_sheet WHERE person_id = ${OF_OWNER} ORDER BY recorded_at LIMIT 1`,
  ],
  theme: ['methodology', 'SELECT slug AS value FROM theme ORDER BY position LIMIT 1'],
  path: ['learning path', 'SELECT slug AS value FROM learning_path ORDER BY position LIMIT 1'],
  seminar: [
    'seminar that is over',
    'SELECT slug AS value FROM seminar WHERE ends_at < now() ORDER BY ends_at DESC LIMIT 1',
  ],
  recording: [
    'public recording',
    `SELECT slug AS value FROM recording WHERE audience->>'kind' = 'public' ORDER BY slug LIMIT 1`,
  ],
  instructor: ['instructor', 'SELECT slug AS value FROM instructor_profile ORDER BY slug LIMIT 1'],
  report: ['report', `SELECT id AS value FROM report WHERE path = '/' ORDER BY id DESC LIMIT 1`],
  assetId: ['media asset', 'SELECT id AS value FROM media_asset LIMIT 1'],
};

/** A course that coach2 studies, and its first video lesson. */
async function studied(site: Site): Promise<{ course: string; lesson: string }> {
  const course = await value(
    site,
    'course that coach2 studies',
    `SELECT c.slug AS value FROM enrolment e JOIN course c ON c.id = e.course_id
     WHERE e.person_id = ${OF_OWNER} ORDER BY c.slug COLLATE "C" DESC LIMIT 1`,
  );
  const lesson = await value(
    site,
    'video lesson that coach2 studies',
    `SELECT l.slug AS value FROM enrolment e JOIN course c ON c.id = e.course_id
     JOIN lesson l ON l.version_id = e.course_version_id
     WHERE e.person_id = ${OF_OWNER} AND c.slug = '${course}' AND l.kind = 'video' ORDER BY l.position LIMIT 1`,
  );
  return { course, lesson };
}

export async function sampleFacts(site: Site): Promise<SampleFacts> {
  const params: Record<string, string> = {
    ...{ ...NOWHERE, ...(await studied(site)) },
    import: await sampleImport(site),
  };
  for (const [name, [what, sql]] of Object.entries(QUESTIONS)) params[name] = await value(site, what, sql);
  return { params };
}
