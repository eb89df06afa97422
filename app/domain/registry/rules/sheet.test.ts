import { expect, test } from 'vitest';
import { dayNumber, sheetEnd, sheetRow, workbookParts } from './sheet';

test('days are counted as spreadsheets count them', () => {
  expect(dayNumber('1900-03-01')).toBe(61);
  expect(dayNumber('2026-11-28')).toBe(46354);
});

test('words stay words: signs are escaped, what XML cannot hold is left out, nothing is a formula', () => {
  const row = sheetRow(2, ['<Ә & "B">\u0001\ud800', '=1+1', '', { day: '2026-11-28' }]);
  expect(row).toContain('&lt;Ә &amp; &quot;B&quot;&gt;\ufffd');
  expect(row).toContain('<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
  expect(row).not.toContain('C2');
  expect(row).toContain('<c r="D2" s="3"><v>46354</v></c>');
});

test('a sheet ends with the filter of its header; its name holds no forbidden sign', () => {
  expect(sheetEnd(28, 5)).toContain('ref="A1:AB5"');
  expect(workbookParts("a/b:c*[d]'?")['xl/workbook.xml']).toContain('name="a b c  d');
});
