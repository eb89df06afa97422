import { expect, it } from 'vitest';
import { decodeAudience, encodeAudience } from './audience';

const id = '0193a5a0-0000-7000-8000-000000000002';

it.each([
  { kind: 'public' },
  { kind: 'account' },
  { kind: 'enrolled', courseId: id },
  { kind: 'qualified', levelId: id },
] as const)('keeps the audience %j', (audience) => {
  expect(decodeAudience(encodeAudience(audience))).toEqual(audience);
});

it.each(['', 'everybody', 'enrolled', 'enrolled:', 'qualified:x', 'constructor'])(
  'reads no audience from %j',
  (text) => {
    expect(decodeAudience(text)).toBeNull();
  },
);
