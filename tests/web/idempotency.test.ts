import { beforeAll, describe, expect, it } from 'vitest';
import { type Site, useSite } from '../support/site';
import type { Answer, Fields, WebClient } from '../support/web-client';

const site = useSite({ demo: true });
const clients = new Map<string, WebClient>();

beforeAll(async () => {
  await site.current.drainJobs();
  for (const name of ['coach', 'coach2', 'assessor', 'registrar', 'registrar2']) {
    clients.set(name, await site.current.signIn(name));
  }
});

const as = (name: string): WebClient => {
  const client = clients.get(name);
  if (!client) throw new Error(`Nobody signed in as ${name}`);
  return client;
};

async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await site.current.services.database.pool.query<Row>(sql, values)).rows;
}

const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await rows<{ n: string }>(`SELECT count(*) AS n ${sql}`, values))[0]?.n);

/** The same form so many times at the same instant; the statuses, sorted. */
async function atOnce(sends: readonly (() => Promise<Answer>)[]): Promise<number[]> {
  const answers = await Promise.all(sends.map((send) => send()));
  return answers.map(({ status }) => status).sort();
}

const twice = (client: WebClient, path: string, fields: Fields) =>
  atOnce([() => client.post(path, fields), () => client.post(path, fields)]);

const PERSON = '(SELECT person_id FROM account WHERE email = $1)';

async function applicationOf(email: string, level: string): Promise<string> {
  const [found] = await rows<{ id: string }>(
    `SELECT a.id FROM application a JOIN level l ON l.id = a.level_id
     WHERE a.person_id = ${PERSON} AND l.slug = $2 ORDER BY a.submitted_at DESC LIMIT 1`,
    [email, level],
  );
  if (!found) throw new Error(`${email} has not applied for ${level}`);
  return found.id;
}

const credentials = (application: string) =>
  count('FROM credential c JOIN qualification q ON q.id = c.qualification_id WHERE q.application_id = $1', [
    application,
  ]);

describe('the same form at the same instant has one effect', () => {
  it('sign-up', async () => {
    const fields = {
      contact: 'twice@example.test',
      password: 'kuzushi tsukuri kake',
      family: 'Екі',
      given: 'Рет',
      lang: 'kk',
      consent: 'on',
    };
    const { current } = site;
    const statuses = await atOnce([1, 2, 3].map(() => () => current.visitor().post('/kk/sign-up', fields)));
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.every((status) => status < 500)).toBe(true);
    expect(await count("FROM account WHERE email = 'twice@example.test'")).toBe(1);
    expect(
      await count('FROM person p WHERE NOT EXISTS (SELECT 1 FROM person_name n WHERE n.person_id = p.id)'),
    ).toBe(0);
  });

  it('enrolment', async () => {
    expect(await twice(as('coach'), '/ru/courses/injury-head', {})).toEqual([303, 303]);
    expect(
      await count(
        `FROM enrolment e JOIN course c ON c.id = e.course_id WHERE c.slug = 'injury-head' AND e.person_id = ${PERSON}`,
        ['coach@demo.test'],
      ),
    ).toBe(1);
  });

  it('a quiz: begun once, handed in once', async () => {
    const page = '/ru/learn/injury-head/m3-l2';
    const attempts = (more: string) =>
      count(
        `FROM quiz_attempt a JOIN enrolment e ON e.id = a.enrolment_id JOIN course c ON c.id = e.course_id
         WHERE c.slug = 'injury-head' AND e.person_id = ${PERSON} ${more}`,
        ['coach@demo.test'],
      );
    expect((await twice(as('coach'), page, { intent: 'begin' })).every((status) => status === 303)).toBe(
      true,
    );
    expect(await attempts('')).toBe(1);
    const { text } = await as('coach').get(page);
    const names = new Set(
      [...text.matchAll(/name="(answers\.[0-9a-f-]{36})"/g)].map(([, name = '']) => name),
    );
    expect(names.size).toBeGreaterThan(3);
    const answers = Object.fromEntries([...names].map((name) => [name, '0']));
    const statuses = await twice(as('coach'), page, { ...answers, intent: 'submit' });
    expect(statuses).toContain(303);
    expect(statuses.every((status) => status === 303 || status === 409)).toBe(true);
    expect(await attempts('')).toBe(1);
    expect(await attempts('AND a.submitted_at IS NOT NULL')).toBe(1);
  });

  it('a score sheet', async () => {
    const [person] = await rows<{ id: string }>(
      `SELECT person_id AS id FROM account WHERE email = 'coach@demo.test'`,
    );
    const blank = await as('assessor').get(`/ru/assess/new?level=kjf-assistant&person=${person?.id}`);
    const key = /name="submissionKey" value="([0-9a-f-]+)"/.exec(blank.text)?.[1] ?? '';
    const marks = [...blank.text.matchAll(/<select[^>]*name="(marks\.[^"]+)"/g)].map(([, name = '']) => name);
    expect(marks.length).toBeGreaterThan(2);
    const fields = {
      submissionKey: key,
      personId: person?.id ?? '',
      level: 'kjf-assistant',
      heldOn: '2026-11-01',
      place: 'Dojo',
      remarks: '',
      ...Object.fromEntries(marks.map((name) => [name, '4'])),
    };
    expect(await twice(as('assessor'), '/ru/assess/new', fields)).toEqual([303, 303]);
    expect(await count('FROM score_sheet WHERE submission_key = $1', [key])).toBe(1);
  });

  it('an application', async () => {
    const fields = { intent: 'apply', languages: ['ru', 'kk'], note: '' };
    expect(await twice(as('coach'), '/ru/me/qualifications/kjf-assistant', fields)).toEqual([303, 303]);
    expect(
      await count(`FROM application WHERE person_id = ${PERSON} AND closed_at IS NULL`, ['coach@demo.test']),
    ).toBe(1);
  });

  it('a decision of the same registrar: one certificate, and the same answer twice', async () => {
    const application = await applicationOf('holder41@demo.test', 'kjf-assistant');
    expect(
      await twice(as('registrar'), `/ru/office/applications/${application}`, { intent: 'confirm', note: '' }),
    ).toEqual([303, 303]);
    expect(await credentials(application)).toBe(1);
  });

  it('a revocation', async () => {
    const [held] = await rows<{ id: string }>(
      `SELECT q.id FROM qualification q WHERE q.person_id = ${PERSON} AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id)`,
      ['holder41@demo.test'],
    );
    const [today] = await rows<{ day: string }>(
      `SELECT to_char(now() AT TIME ZONE 'Asia/Almaty', 'YYYY-MM-DD') AS day`,
    );
    const fields = {
      intent: 'revoke',
      reason: 'other',
      document: '№ 1',
      legalBasis: 'п. 4.2',
      effectiveOn: today?.day ?? '',
      note: '',
    };
    const statuses = await twice(as('registrar'), `/ru/office/register/${held?.id}`, fields);
    expect(statuses).toContain(303);
    expect(await count('FROM revocation WHERE qualification_id = $1', [held?.id])).toBe(1);
  });
});

describe('two keys, two people', () => {
  it('two registrars at once confirm the same application: one certificate', async () => {
    const application = await applicationOf('holder42@demo.test', 'kjf-assistant');
    const path = `/ru/office/applications/${application}`;
    const fields = { intent: 'confirm', note: '' };
    const statuses = await atOnce([
      () => as('registrar').post(path, fields),
      () => as('registrar2').post(path, fields),
    ]);
    expect(statuses).toEqual([303, 409]);
    expect(await credentials(application)).toBe(1);
  });

  it('whoever proposed cannot confirm; another one can, once', async () => {
    const application = await applicationOf('holder40@demo.test', 'kjf-coach');
    const [proposal] = await rows<{ email: string }>(
      `SELECT a.email FROM application_decision d JOIN account a ON a.id = d.actor_id WHERE d.application_id = $1 AND d.act = 'propose'`,
      [application],
    );
    const proposer = proposal?.email.replace('@demo.test', '') ?? '';
    const other = proposer === 'registrar' ? 'registrar2' : 'registrar';
    const path = `/ru/office/applications/${application}`;
    const fields = { intent: 'confirm', note: '' };
    expect((await as(proposer).post(path, fields)).status).toBe(409);
    expect(await credentials(application)).toBe(0);
    expect(await twice(as(other), path, fields)).toEqual([303, 303]);
    expect(await credentials(application)).toBe(1);
  });

  it('numbers have no gap, the audit chain has none either', async () => {
    const numbers = await rows<{ last: number; issued: string }>(
      `SELECT n.last, count(c.id) AS issued FROM number_counter n
       JOIN credential c ON c.framework_id = n.framework_id AND c.number LIKE '%' || n.year || '%'
       GROUP BY n.framework_id, n.year, n.last`,
    );
    for (const { last, issued } of numbers) expect(Number(issued)).toBe(last);
    const [chain] = await rows<{ last: string; n: string }>(
      'SELECT max(seq) AS last, count(*) AS n FROM audit_event',
    );
    expect(chain?.n).toBe(chain?.last);
  });

  it('documents are rendered once, however often the job runs', async () => {
    const rendered = (): Promise<number> => count('FROM credential_document');
    await site.current.drainJobs();
    const before = await rendered();
    expect(before).toBe(await count('FROM credential'));
    await runAgain(site.current);
    expect(await rendered()).toBe(before);
  });
});

/** Puts every finished rendering back into its queue. */
async function runAgain(current: Site): Promise<void> {
  await current.services.database.pool.query(
    "UPDATE pgboss.job SET state = 'created', started_on = NULL, completed_on = NULL WHERE name LIKE 'credentials.%'",
  );
  await current.drainJobs();
}

describe('what belongs to others', () => {
  it('a coach finds nothing of the office, and nothing of another coach', async () => {
    const [document] = await rows<{ serial: string }>(
      `SELECT serial FROM credential WHERE person_id = ${PERSON}`,
      ['coach2@demo.test'],
    );
    expect((await as('coach').get('/ru/office/applications')).status).toBe(403);
    expect(
      (await as('coach').post('/ru/office/applications', { intent: 'confirm' })).status,
    ).toBeGreaterThanOrEqual(403);
    expect((await as('coach').get(`/ru/me/qualifications/${document?.serial}/certificate.pdf`)).status).toBe(
      404,
    );
    expect((await as('coach2').get(`/ru/me/qualifications/${document?.serial}/certificate.pdf`)).status).toBe(
      200,
    );
  });

  it('none of this was a fault', () => {
    expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
