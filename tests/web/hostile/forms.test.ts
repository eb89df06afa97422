import { describe, it } from 'vitest';
import { inTurn } from '../../support/turn';
import { fieldNames, filled } from '../addresses';
import { pages, sendersOf, useSenders } from './senders';

const { client, note, params } = useSenders();

/** So many of the longest texts fit into one form. */
const AT_ONCE = 8;

/** 100,000 characters of two bytes, and of one. */
const LONG = ['ы'.repeat(100_000), 'x'.repeat(100_000)] as const;

/** What stands in every field, one after the other. */
const VALUES: Record<string, string> = {
  'a NUL byte': 'a\u0000b',
  'half a character': '\ud800',
  markup: '<script>alert(1)</script>\'"--',
  'a wrong number': '-1e999',
  'a wrong id': '00000000-0000-7000-8000-000000000000',
  nothing: '',
};

describe('forms', () => {
  const forms = inTurn(
    pages.flatMap(([pattern, { intents, file }]) =>
      intents.map((intent) => [pattern, intent, fieldNames(file)] as const),
    ),
    { of: 8 },
  );

  it.each(forms)('%s %s', async (pattern, intent, names) => {
    const path = filled(pattern, params());
    for (const role of sendersOf(pattern)) {
      for (const [what, value] of Object.entries(VALUES)) {
        const fields = Object.fromEntries(names.map((name) => [name, value]));
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

  it.each(forms)('%s %s: one field of 100,000 characters', async (pattern, intent, names) => {
    const path = filled(pattern, params());
    const sender = sendersOf(pattern).at(-1) ?? 'visitor';
    const send = (few: readonly string[], long: string) => {
      const fields = Object.fromEntries(few.map((name) => [name, long]));
      return note(`POST ${path} ${intent} ${few}`, client(sender).post(path, { ...fields, intent }));
    };
    await send(names.slice(0, 1), LONG[0]);
    for (let index = 0; index < names.length; index += AT_ONCE)
      await send(names.slice(index, index + AT_ONCE), LONG[1]);
  });
});
