import { expect, test } from 'vitest';
import { entryName } from './file-names';
import { numberRuns } from './number-runs';

test('numbers are told as runs', () => {
  const at = (no: number, head = 'KJF-2026-') => `${head}${String(no).padStart(6, '0')}`;
  expect(numberRuns([at(9), at(7), at(8), at(11), at(12, 'JNY-2026-')])).toEqual([
    { first: at(12, 'JNY-2026-'), last: at(12, 'JNY-2026-') },
    { first: at(7), last: at(9) },
    { first: at(11), last: at(11) },
  ]);
  expect(numberRuns([])).toEqual([]);
});

test.each([
  ['Әлия Досова', 'Куәліктер/KJF-2026-000117 Әлия Досова.pdf'],
  ['井上 康生', 'Куәліктер/KJF-2026-000117 井上 康生.pdf'],
  ['../../etc/pass:wd\u202e', 'Куәліктер/KJF-2026-000117 .. .. etc pass wd.pdf'],
  ['a'.repeat(400), `Куәліктер/KJF-2026-000117 ${'a'.repeat(180)}.pdf`],
  ['\ud800 .', 'Куәліктер/KJF-2026-000117 \ufffd.pdf'],
])('%s in a file name', (holder, name) => {
  expect(entryName('Куәліктер', 'KJF-2026-000117', holder)).toBe(name);
});
