import { beforeAll, describe, expect, it } from 'vitest';
import { useSite } from '../support/site';
import type { Answer, WebClient } from '../support/web-client';
import { MACHINES, type Outcome, PAGES, PARAMS, QUERIES } from './access-matrix';
import { filled, machineAddresses, pageAddresses } from './addresses';
import { ROLES_OF_MATRIX, type Role, type SampleFacts, sampleFacts } from './sample-facts';

const site = useSite({ demo: true });
const clients = new Map<Role, WebClient>();
let facts: SampleFacts;

beforeAll(async () => {
  const { current } = site;
  await current.drainJobs();
  facts = await sampleFacts(current);
  clients.set('visitor', current.visitor());
  for (const role of ROLES_OF_MATRIX) clients.set(role, await current.signIn(role));
});

const READERS: readonly Role[] = ['visitor', ...ROLES_OF_MATRIX];

function outcomeOf({ status, location }: Answer): Outcome | number {
  if (status !== 302 && status !== 303 && status !== 301) return status;
  return /^\/(kk|ru|ja|en)\/sign-in\b/.test(location) ? 'sign-in' : 'onward';
}

type Table = Record<string, string>;

/** What everybody gets there, and what they should: as text, so that a difference names the reader. */
async function compare(
  expected: Readonly<Record<Role, Outcome>>,
  open: (client: WebClient) => Promise<Answer>,
) {
  const [got, wanted]: [Table, Table] = [{}, {}];
  for (const role of READERS) {
    const client = clients.get(role);
    if (!client) throw new Error(`Nobody signed in as ${role}`);
    got[role] = String(outcomeOf(await open(client)));
    wanted[role] = String(expected[role]);
  }
  expect(got).toEqual(wanted);
}

describe('pages', () => {
  it('each has its row, and each row its page', () => {
    expect(Object.keys(PAGES).sort()).toEqual(pageAddresses.map(({ pattern }) => pattern).sort());
  });

  it.each(Object.entries(PAGES))('%s', async (pattern, row) => {
    const path = filled(`${pattern}${QUERIES[pattern] ?? ''}`, { ...facts.params, ...PARAMS[pattern] });
    await compare(row, (client) => client.get(path));
  });
});

describe('forms', () => {
  const forms = pageAddresses.flatMap(({ pattern, intents }) =>
    intents.map((intent) => [pattern, intent] as const),
  );

  it.each(forms)('%s %s: nobody sends what they may not open', async (pattern, intent) => {
    const path = filled(pattern, { ...facts.params, ...PARAMS[pattern] });
    const row = PAGES[pattern];
    for (const role of READERS) {
      const expected = row?.[role];
      if (expected !== 'sign-in' && expected !== 403 && expected !== 404) continue;
      const answer = await clients.get(role)?.post(path, { intent });
      // An empty form is refused either for its fields or for its sender, never accepted.
      expect([role, answer && ['sign-in', 401, 403, 404, 410, 422].includes(outcomeOf(answer))]).toEqual([
        role,
        true,
      ]);
    }
  });
});

describe('machine addresses', () => {
  it('each has its row, and each row its address', () => {
    const names = machineAddresses.map(({ method, pattern }) => `${method} ${pattern}`);
    expect(Object.keys(MACHINES).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(MACHINES))('%s', async (name, row) => {
    const [method = 'get', pattern = ''] = name.split(' ');
    const path = filled(pattern, facts.params);
    const { origin } = site.current;
    await compare(row, (client) =>
      method === 'get'
        ? client.get(path)
        : client.send(path, {
            method: method.toUpperCase(),
            body: '{}',
            headers: { origin, 'content-type': 'application/json' },
          }),
    );
  });
});

it('nothing of this was a fault', () => {
  expect(site.current.logged.filter(({ level }) => level >= 50)).toEqual([]);
});
