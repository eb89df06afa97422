import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useSite } from '../support/site';
import { exchange, type WebClient } from '../support/web-client';
import { fieldNames, filled, machineAddresses, pageAddresses } from './addresses';
import { ROLES_OF_MATRIX, type SampleFacts, sampleFacts } from './sample-facts';

const site = useSite({ demo: true });
const clients = new Map<string, WebClient>();
let facts: SampleFacts;

beforeAll(async () => {
  facts = await sampleFacts(site.current);
  for (const role of ROLES_OF_MATRIX) clients.set(role, await site.current.signIn(role));
  clients.set('visitor', site.current.visitor());
});

/** Those who reach most of the pages between them. */
const SENDERS = ['visitor', 'coach', 'assessor', 'registrar', 'admin'];

const client = (role: string): WebClient => {
  const found = clients.get(role);
  if (!found) throw new Error(`Nobody signed in as ${role}`);
  return found;
};

const LONG = 'ы'.repeat(50_000);

/** So many of the longest texts fit into one form. */
const AT_ONCE = 8;

/** What stands in every field, one after the other. */
const VALUES: Record<string, string> = {
  'a string of 100,000 bytes': LONG,
  'a NUL byte': 'a\u0000b',
  'half a character': '\ud800',
  markup: '<script>alert(1)</script>\'"--',
  'a wrong number': '-1e999',
  'a wrong id': '00000000-0000-7000-8000-000000000000',
  nothing: '',
};

/** In place of each parameter of an address. */
const PARAMETERS: Record<string, string> = {
  unknown: 'no-such-thing',
  'an unknown id': '00000000-0000-7000-8000-000000000000',
  'a very long one': 'x'.repeat(7_000),
  quotes: "'%22%3Cx%3E;--",
  dots: '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'a broken escape': '%E0%A4%A',
  'a NUL byte': '%00',
  'a negative number': '-1',
  'half a character': '%ed%a0%80',
  prototype: '__proto__',
};

const QUERIES = [
  `?q=${'я'.repeat(1300)}`,
  '?q=%00',
  '?q=%ff%fe',
  '?q[]=1&q=2&q=3',
  '?after=%27%22&page=-1&level=1e9&state=x&list=__proto__&within=NaN&path=..&to=//example.org&on=2026-02-31&known_at=never&m=1',
  '?after=eyJhIjoxfQ&level=99999999999999999999&theme=%25',
];

const problems: string[] = [];
afterEach(() => {
  const told = problems.splice(0);
  const logged = site.current.logged.splice(0).filter(({ level }) => level >= 50);
  expect({ told, logged }).toEqual({ told: [], logged: [] });
});

async function look(role: string, path: string): Promise<void> {
  const { status } = await client(role).get(path);
  if (status < 200 || status >= 500) problems.push(`GET ${path.slice(0, 120)} as ${role}: ${status}`);
}

async function note(what: string, sending: Promise<{ status: number }>): Promise<void> {
  const status = await sending.then(
    (answer) => answer.status,
    (error: unknown) => (error instanceof Error && 'code' in error && error.code === 'EPIPE' ? 413 : 0),
  );
  if (status < 200 || status >= 500) problems.push(`${what.slice(0, 160)}: ${status}`);
}

const namesIn = (pattern: string) => [...pattern.matchAll(/:(\w+)|\*/g)].map(([, name]) => name ?? '*');
const pages = pageAddresses.map((address) => [address.pattern, address] as const);

describe('addresses', () => {
  it.each([...pages.map(([pattern]) => pattern), ...machineAddresses.map(({ pattern }) => pattern)])(
    '%s',
    async (pattern) => {
      for (const role of SENDERS) {
        for (const name of namesIn(pattern)) {
          for (const value of Object.values(PARAMETERS))
            await look(role, filled(pattern, { ...facts.params, [name]: value }));
        }
        for (const query of QUERIES) await look(role, `${filled(pattern, facts.params)}${query}`);
      }
    },
  );

  it('unknown languages', async () => {
    for (const lang of ['de', 'RU', '..', '%00', 'ru%2f', '\u{1f94b}'])
      await look('visitor', `/${encodeURI(lang)}/courses`);
  });
});

describe('forms', () => {
  const names = fieldNames();
  const forms = pages.flatMap(([pattern, { intents }]) =>
    intents.map((intent) => [pattern, intent] as const),
  );

  it.each(forms)('%s %s', async (pattern, intent) => {
    const path = filled(pattern, facts.params);
    for (const role of SENDERS) {
      for (const [what, value] of Object.entries(VALUES)) {
        // Each field alone may hold the longest text; all of them together are too large a form.
        const few = value.length > 1000 ? names.slice(0, 3) : names;
        const fields = Object.fromEntries(few.map((name) => [name, value]));
        await note(
          `POST ${path} ${intent} ${what} as ${role}`,
          client(role).post(path, { ...fields, intent }),
        );
      }
      const twice = Object.fromEntries(names.map((name) => [name, ['1', '2']]));
      await note(
        `POST ${path} ${intent} lists as ${role}`,
        client(role).post(path, { ...twice, intent: [intent, intent] }),
      );
      const nested = {
        intent,
        'a[b][c]': '1',
        'a[0]': 'x',
        '__proto__[x]': '1',
        'answers[x]': '1',
        'marks[x]': '9',
        'answers[__proto__]': '1',
        ['x'.repeat(500)]: '1',
      };
      await note(`POST ${path} ${intent} nested as ${role}`, client(role).post(path, nested));
    }
  });

  it.each(forms)('%s %s: one field of 100,000 characters', async (pattern, intent) => {
    const path = filled(pattern, facts.params);
    for (let index = 0; index < names.length; index += AT_ONCE) {
      const few = names.slice(index, index + AT_ONCE);
      const fields = Object.fromEntries(few.map((name) => [name, 'x'.repeat(100_000)]));
      await note(`POST ${path} ${intent} ${few}`, client('registrar').post(path, { ...fields, intent }));
    }
  });
});

describe('bodies', () => {
  const BODIES: [type: string, body: string | Buffer][] = [
    ['application/json', '{"a":'],
    ['application/json', '[]'],
    ['application/json', `{"a":"${'x'.repeat(100_000)}"}`],
    ['application/json', '{"__proto__":{"a":1}}'],
    ['application/json', 'null'],
    ['application/json', Buffer.from([0xff, 0xfe, 0x00, 0x01])],
    ['text/plain', 'hello'],
    ['application/x-www-form-urlencoded', '%%%=%&&&=&=='],
    ['application/x-www-form-urlencoded', Buffer.alloc(5000, 0)],
    [
      'application/x-www-form-urlencoded',
      Array.from({ length: 2000 }, (_each, index) => `f${index}=1`).join('&'),
    ],
    ['multipart/form-data', 'nonsense'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="intent"; filename="a.txt"\r\n\r\nb\r\n--x--\r\n',
    ],
    ['multipart/form-data; boundary=x', '--y\r\n\r\n--y--'],
    [`multipart/form-data; boundary=${'x'.repeat(3000)}`, 'a'],
    ['\u00e4\u00f6', 'x'],
    ['', ''],
  ];
  const everywhere = [
    ...pages.map(([pattern]) => pattern),
    ...machineAddresses.map(({ pattern }) => pattern),
  ];

  it.each([...new Set(everywhere)])('%s', async (pattern) => {
    const path = filled(pattern, facts.params);
    for (const role of ['visitor', 'coach', 'registrar']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        for (const [type, body] of method === 'POST' ? BODIES : BODIES.slice(0, 1)) {
          const headers = { origin: site.current.origin, ...(type ? { 'content-type': type } : {}) };
          await note(
            `${method} ${path} ${type} as ${role}`,
            client(role).send(path, { method, body, headers }),
          );
        }
      }
    }
  });

  it('headers', async () => {
    const url = new URL('/ru/courses', site.current.origin);
    const odd: Record<string, string>[] = [
      { cookie: `shihan=${'x'.repeat(4000)}` },
      { cookie: 'shihan=%00; lang=../../; flash=%E0%A4%A' },
      { cookie: '=;;==; shihan' },
      { 'accept-language': 'x'.repeat(5000) },
      { 'accept-language': ';q=,,;q=1,*;q=0' },
      { 'if-none-match': ',,,"' },
      { 'accept-encoding': 'br;q=nonsense, \u00e4' },
      { host: 'example.org' },
      { host: 'x:y:z' },
      { range: 'bytes=9-1' },
      { 'x-forwarded-for': "'; --", 'x-forwarded-host': 'a b' },
    ];
    for (const headers of odd) await note(`GET with ${JSON.stringify(headers)}`, exchange(url, { headers }));
  });
});
