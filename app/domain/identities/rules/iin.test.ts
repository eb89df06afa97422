import { expect, test } from 'vitest';
import { checkDigit, maskIin, maskRuns, readIin } from './iin';

const whole = (eleven: string) => `${eleven}${checkDigit(eleven)}`;
const OLD = whole('90101530012');
/** A rounded number whose check digit and birthday would pass. */
const ROUNDED = '000103000000';
const YOUNG = whole('05010150012');

test.each([
  [OLD, null],
  [Number(OLD), null],
  [` ${OLD.slice(0, 6)} ${OLD.slice(6)}`, 'signs'],
  [`'${OLD}`, 'signs'],
  [`${OLD}.0`, 'signs'],
  [OLD.replaceAll('0', 'О'), 'signs'],
])('%s is read', (value, mended) => {
  expect(readIin(value, null)).toEqual({ iin: OLD, birthOn: '1990-10-15', mended });
});

test('lost zeros come back only where the birthday agrees', () => {
  const short = YOUNG.replace(/^0+/, '');
  expect(readIin(short, '2005-01-01')).toEqual({ iin: YOUNG, birthOn: '2005-01-01', mended: 'zeros' });
  expect(readIin(Number(YOUNG), '2005-01-01')).toMatchObject({ iin: YOUNG });
  expect(readIin(short, null)).toEqual({ fault: 'zeros-unproved' });
  expect(readIin(short, '2005-01-02')).toEqual({ fault: 'length' });
});

test.each([
  ['9.01015E+11', 'exponent'],
  ['9,01E+11', 'exponent'],
  ['9e11', 'exponent'],
  [901015000000, 'exponent'],
  ['901015 000000', 'exponent'],
  [ROUNDED, 'exponent'],
  ['901015', 'length'],
  ['9010153001234', 'length'],
  ['90101530012X', 'digits'],
  ['901315300120', 'birthday'],
  [OLD.slice(0, 11) + ((Number(OLD[11]) + 1) % 10), 'checksum'],
])('%s is damaged: %s', (value, fault) => {
  expect(readIin(value, null)).toEqual({ fault });
});

test('nothing is nothing, and a page sees four digits', () => {
  expect(readIin('  ', null)).toBeNull();
  expect(maskIin('901015300123')).toBe('••••••••0123');
  expect(maskIin('901015 300 123')).toBe('•••••• ••0 123');
});

test.each([
  ['Ахметов 901015300123', 'Ахметов ••••••••0123'],
  ['901015 300 123', '•••••• ••0 123'],
  ['９０１０１５３００１２３', '••••••••０１２３'],
  ['901015-300-123', '••••••-••0-123'],
  ['123456', '••3456'],
  ['31.12.2025', '31.12.2025'],
  ['№ 12345', '№ 12345'],
])('%s is shown as %s', (text, shown) => {
  expect(maskRuns(text)).toBe(shown);
});
