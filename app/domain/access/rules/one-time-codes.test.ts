import { expect, test } from 'vitest';
import { codeHash, normalCode, printableCode } from './one-time-codes';

test('a printed code survives reading aloud and typing', () => {
  const code = printableCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(codeHash(code.toLowerCase().replaceAll('-', ' '))).toBe(codeHash(code));
  expect(normalCode('lO0i-2345-6789')).toBe('100123456789');
});

test('the code of a link keeps its case', () => {
  expect(normalCode(' Abc-dEf_0123456789 ')).toBe('Abc-dEf_0123456789');
});
