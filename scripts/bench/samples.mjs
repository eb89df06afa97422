// @ts-check
import { openSession } from './site.mjs';

/**
 * What is asked for.
 * @typedef {object} Samples
 * @property {string} course slug of a course that is open
 * @property {string} lesson address of a video lesson, without language
 * @property {string} serial
 * @property {string} cookie of the coach who studies that lesson
 * @property {{ cookie: string, person: string }[]} learners who report progress
 * @property {string} lessonId
 */

/** So many learners report progress in turn. */
const LEARNERS = 20;

/** @param {import('pg').Client} client @returns {Promise<Samples>} */
export async function readSamples(client) {
  const { rows: lessons } = await client.query(`
    SELECT c.slug AS course, l.slug AS lesson, l.id AS lesson_id, e.course_id, e.course_version_id, a.id AS account_id
    FROM enrolment e JOIN course c ON c.id = e.course_id
    JOIN lesson l ON l.version_id = e.course_version_id AND l.kind = 'video' AND l.recording_id IS NOT NULL
    JOIN account a ON a.person_id = e.person_id
    ORDER BY (a.email = 'coach@demo.test') DESC, c.slug, l.position LIMIT 1`);
  const { rows: credentials } = await client.query(
    'SELECT serial FROM credential ORDER BY issued_at, id LIMIT 1',
  );
  const [sample] = lessons;
  if (!sample || !credentials[0]) throw new Error('The demo has nobody who studies, or no credential');
  const learners = [];
  for (let index = 0; index < LEARNERS; index += 1) learners.push(await addLearner(client, sample, index));
  return {
    course: sample.course,
    lesson: `/learn/${sample.course}/${sample.lesson}`,
    serial: credentials[0].serial,
    cookie: await openSession(client, sample.account_id, 99),
    learners,
    lessonId: sample.lesson_id,
  };
}

/**
 * A learner who has had the lesson open for a day.
 * @param {import('pg').Client} client @param {{ course_id: string, course_version_id: string, lesson_id: string }} sample
 * @param {number} index
 */
async function addLearner(client, sample, index) {
  const { rows } = await client.query(
    `WITH p AS (INSERT INTO person (id, created_at) VALUES (gen_random_uuid(), now()) RETURNING id),
     a AS (INSERT INTO account (id, person_id, email, lang, email_confirmed_at, created_at)
       SELECT gen_random_uuid(), id, $1, 'ru', now(), now() FROM p RETURNING id, person_id),
     e AS (INSERT INTO enrolment (id, person_id, course_id, course_version_id, round, enrolled_at)
       SELECT gen_random_uuid(), id, $2, $3, 1, now() - interval '1 day' FROM p RETURNING id),
     l AS (INSERT INTO lesson_progress (enrolment_id, lesson_id, watched, position_sec, started_at, updated_at, checked)
       SELECT id, $4, '{}', 0, now() - interval '1 day', now(), '{}' FROM e)
     SELECT id AS account, person_id AS person FROM a`,
    [`bench${index}@demo.test`, sample.course_id, sample.course_version_id, sample.lesson_id],
  );
  return { cookie: await openSession(client, rows[0].account, index), person: String(rows[0].person) };
}
