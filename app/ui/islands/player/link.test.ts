import { expect, it } from 'vitest';
import { readStart, writeStart } from './link';
import { noLoop } from './loop';

it('reads a second and a loop', () => {
  expect(readStart('?t=65')).toEqual({ t: 65, loop: noLoop });
  expect(readStart('?a=12.4&b=15.0')).toEqual({ t: null, loop: { a: 12.4, b: 15 } });
  expect(readStart('?t=13&a=12.4&b=15.0')).toEqual({ t: 13, loop: { a: 12.4, b: 15 } });
});

it('leaves out what cannot be read', () => {
  const bad = ['', '?t=x', '?t=-1', '?t=1e3', '?t=99999', '?a=15&b=12', '?a=1', '?b=2', '?a=1&b=NaN'];
  for (const query of bad) expect(readStart(query)).toEqual({ t: null, loop: noLoop });
  expect(readStart(`?a=${'1'.repeat(100_000)}&b=2`)).toEqual({ t: null, loop: noLoop });
});

it('writes what it reads, and keeps the rest of the address', () => {
  const loop = { a: 12.4, b: 15.0333 };
  const href = writeStart('https://shihan.test/ru/recordings/x?t=9&from=mail', { t: null, loop });
  expect(href).toBe('https://shihan.test/ru/recordings/x?from=mail&a=12.4&b=15.033');
  expect(readStart(new URL(href).search).loop).toEqual({ a: 12.4, b: 15.033 });
  expect(writeStart('https://shihan.test/x?a=1.0&b=2.0', { t: 3.9, loop: noLoop })).toBe(
    'https://shihan.test/x?t=3',
  );
});
