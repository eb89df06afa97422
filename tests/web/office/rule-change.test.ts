import { beforeAll, describe, expect, it } from 'vitest';
import { useSite } from '../../support/site';
import type { Answer, WebClient } from '../../support/web-client';

const site = useSite({ demo: true });
let registrar: WebClient;
let second: WebClient;

beforeAll(async () => {
  await site.current.drainJobs();
  registrar = await site.current.signIn('registrar');
  second = await site.current.signIn('registrar2');
});

const LEVEL = '/ru/office/frameworks/kjf-coach';
const DRAFT = `${LEVEL}/draft`;
const newYear = () => `${new Date().getUTCFullYear() + 1}-01-01`;

/** The hidden fields of the form with this intent, as a browser would send them. */
function hidden({ text }: Answer, intent: string): Record<string, string> {
  const form = text.split('<form').find((part) => part.includes(`name="intent" value="${intent}"`));
  if (!form) throw new Error(`The page has no form ${intent}`);
  const fields = [
    ...(form.split('</form>')[0] ?? '').matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g),
  ];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

const POINTS = { asked: 'on', total: '12', carryOver: '2', 'least.course': '4', 'most.course': '10' };

/** Everything that was answered in public for earlier days; `as_of` is the moment of asking. */
async function publicAnswers(): Promise<Record<string, string>> {
  const { rows } = await site.current.services.database.pool.query<{ serial: string }>(
    'SELECT serial FROM credential ORDER BY serial',
  );
  const visitor = site.current.visitor();
  const answers: Record<string, string> = {};
  const knownAt = encodeURIComponent(new Date(Date.now() - 60_000).toISOString());
  const keep = async (path: string) => {
    const { status, text } = await visitor.get(path);
    answers[path.replace(/known_at=[^&]+/, 'known_at=…')] = `${status} ${text
      .replace(/"as_of":"[^"]+"/, '')
      .replace(/"known_at":"[^"]+"/, '')}`;
  };
  for (const { serial } of rows.slice(0, 12)) {
    for (const days of [0, 30, 400]) {
      const on = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
      await keep(`/api/v1/credentials/${serial}?on=${on}`);
      await keep(`/api/v1/credentials/${serial}?on=${on}&known_at=${knownAt}`);
    }
    await keep(`/api/v1/credentials/${serial}/badge`);
  }
  return answers;
}

async function stored() {
  const { pool } = site.current.services.database;
  const all = async (sql: string) => (await pool.query(sql)).rows;
  return {
    credentials: await all('SELECT * FROM credential ORDER BY serial'),
    periods: await all('SELECT * FROM licence_period ORDER BY id'),
    qualifications: await all('SELECT * FROM qualification ORDER BY id'),
    ledger: await all('SELECT * FROM ledger_entry ORDER BY id'),
  };
}

describe('a change of the rules from 1 January, with forms alone', () => {
  it('is drafted, keeps what was typed wrong, and says whom it reaches before it starts', async () => {
    const begun = await registrar.post(LEVEL, { intent: 'begin' });
    expect(begun).toMatchObject({ status: 303, location: DRAFT });
    const page = await registrar.get(DRAFT);
    expect(page.status).toBe(200);
    const wrong = await registrar.post(DRAFT, {
      ...hidden(page, 'points'),
      ...POINTS,
      'least.course': '11',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Наибольшее число меньше наименьшего');
    expect(wrong.text).toContain('value="11"');
    const sent = { ...hidden(page, 'points'), ...POINTS };
    const both = await Promise.all([registrar.post(DRAFT, sent), registrar.post(DRAFT, sent)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const late = await second.post(DRAFT, { ...sent, total: '40' });
    expect(late.status).toBe(409);
    const added = await registrar.post(DRAFT, {
      ...hidden(await registrar.get(DRAFT), 'requirement'),
      into: 'new-any',
      kind: 'dan',
      amount: '1',
    });
    expect(added.status).toBe(303);
    const group = await registrar.post(DRAFT, {
      ...hidden(await registrar.get(DRAFT), 'requirement'),
      into: 'g5',
      kind: 'hours',
      category: 'course',
      amount: '20',
    });
    expect(group.status).toBe(303);
    const shown = await registrar.get(LEVEL);
    expect(shown.text).toContain('не меньше 12 баллов');
    expect(shown.text).toContain('не меньше 10 баллов');
    expect(shown.text).toContain('Подтверждённый дан');
    const reach = await registrar.get(`${LEVEL}/affected`);
    expect(reach.status).toBe(200);
    expect(reach.text).toContain('10 → 12');
  });

  it('is approved by another registrar only, and leaves every earlier answer byte for byte', async () => {
    const page = await registrar.get(LEVEL);
    const proposed = await registrar.post(LEVEL, hidden(page, 'propose'));
    expect(proposed.status).toBe(303);
    const mine = await registrar.get(LEVEL);
    expect(mine.text).not.toContain('value="approve"');
    const theirs = hidden(await second.get(LEVEL), 'approve');
    const self = await registrar.post(LEVEL, theirs);
    expect(self.status).toBe(409);
    expect(self.text).toContain('Решает другой регистратор');
    const [answers, rows] = [await publicAnswers(), await stored()];
    expect(Object.keys(answers).length).toBeGreaterThan(20);
    const twice = await Promise.all([second.post(LEVEL, theirs), second.post(LEVEL, theirs)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await publicAnswers()).toEqual(answers);
    expect(await stored()).toEqual(rows);
    const after = await second.get(LEVEL);
    expect(after.text).toContain(`affected?from=${newYear()}`);
    expect((await site.current.visitor().get('/ru/qualifications')).text).toContain('не меньше 10 баллов');
  });

  it('is read in four languages, and nothing of this was a fault', async () => {
    for (const lang of ['kk', 'ru', 'ja', 'en'])
      for (const page of ['', '/kjf-coach', '/kjf-coach/affected', '/kjf-coach/draft'])
        expect((await registrar.get(`/${lang}/office/frameworks${page}`)).status).toBe(200);
    expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
