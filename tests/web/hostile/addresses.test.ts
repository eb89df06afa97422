import { describe, it } from 'vitest';
import { inTurn } from '../../support/turn';
import { filled, machineAddresses } from '../addresses';
import { pages, sendersOf, useSenders } from './senders';

const { look, params } = useSenders();

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

const namesIn = (pattern: string) => [...pattern.matchAll(/:(\w+)|\*/g)].map(([, name]) => name ?? '*');

describe('addresses', () => {
  it.each(
    inTurn([...pages.map(([pattern]) => pattern), ...machineAddresses.map(({ pattern }) => pattern)], {
      of: 8,
    }),
  )('%s', async (pattern) => {
    for (const role of sendersOf(pattern)) {
      for (const name of namesIn(pattern)) {
        for (const value of Object.values(PARAMETERS))
          await look(role, filled(pattern, { ...params(), [name]: value }));
      }
      for (const query of QUERIES) await look(role, `${filled(pattern, params())}${query}`);
    }
  });

  it('unknown languages', async () => {
    for (const lang of ['de', 'RU', '..', '%00', 'ru%2f', '\u{1f94b}'])
      await look('visitor', `/${encodeURI(lang)}/courses`);
  });
});
