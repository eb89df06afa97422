import { expect, test } from 'vitest';
import { secretsFrom } from './secrets.server';

const secrets = secretsFrom('a master key that is long enough 1234');

test('what was sealed opens only as it was, for its purpose, under its key', () => {
  const sealed = secrets.encrypt('iin', '900101300123 Әбілқайыр');
  expect(secrets.decrypt('iin', sealed)).toBe('900101300123 Әбілқайыр');
  expect(() => secrets.decrypt('totp', sealed)).toThrow();
  expect(() => secretsFrom('another master key, also long enough').decrypt('iin', sealed)).toThrow();
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(() => secrets.decrypt('iin', changed)).toThrow();
});

test('signatures', () => {
  const signature = secrets.sign('media', 'text');
  expect(secrets.verify('media', 'text', signature)).toBe(true);
  expect(secrets.verify('media', 'Text', signature)).toBe(false);
  expect(secrets.verify('other', 'text', signature)).toBe(false);
  expect(secrets.verify('media', 'text', '')).toBe(false);
});
