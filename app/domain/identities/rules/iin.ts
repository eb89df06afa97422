import { isLocalDate, type LocalDate } from '~/platform/local-date';

export type IinFault = 'exponent' | 'length' | 'digits' | 'checksum' | 'birthday' | 'zeros-unproved';
export type IinReading =
  | {
      iin: string /** Null: the number does not tell the century. */;
      birthOn: LocalDate | null;
      mended: 'zeros' | 'signs' | null;
    }
  | { fault: IinFault };

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

const weigh = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11;

/** The twelfth digit for the first eleven; null where no number exists. */
export function checkDigit(eleven: string): number | null {
  const digits = [...eleven].map(Number);
  const first = weigh(digits, FIRST);
  const found = first === 10 ? weigh(digits, SECOND) : first;
  return found === 10 ? null : found;
}

/** Nobody whom 1 and 2 stand for, born before 1900, is alive. */
const CENTURIES: Readonly<Record<string, string>> = { 3: '19', 4: '19', 5: '20', 6: '20' };

/** The birthday in a number; null where its century is not told, undefined where there is no such day. */
function birthdayOf(iin: string): LocalDate | null | undefined {
  const [year, month, day, century] = [iin.slice(0, 2), iin.slice(2, 4), iin.slice(4, 6), iin.charAt(6)];
  if (century === '0') return isLocalDate(`2000-${month}-${day}`) ? null : undefined;
  const date = `${CENTURIES[century] ?? '99'}${year}-${month}-${day}`;
  return isLocalDate(date) ? date : undefined;
}

/** Twelve digits that may stand as they are. */
function readDigits(iin: string): { birthOn: LocalDate | null } | { fault: IinFault } {
  const birthOn = birthdayOf(iin);
  if (birthOn === undefined) return { fault: 'birthday' };
  return checkDigit(iin.slice(0, 11)) === Number(iin.charAt(11)) ? { birthOn } : { fault: 'checksum' };
}

const EXPONENT = /^\d+(?:[.,]\d+)?e\+?\d+$/i;
const SHORTEST = 6;

/** What Excel leaves of a number that it showed as 9.01015E+11 and was then saved: nothing behind the sixth digit. */
const ROUNDED = /^\d{6}0{3,6}$/;

/** Excel drops zeros in front: they are put back only where check digit and the birthday beside it agree. */
function withZeros(digits: string, birthOn: LocalDate | null): IinReading {
  const iin = digits.padStart(12, '0');
  const read = readDigits(iin);
  if ('fault' in read) return { fault: 'length' };
  if (birthOn === null) return { fault: 'zeros-unproved' };
  return read.birthOn === birthOn ? { iin, birthOn: read.birthOn, mended: 'zeros' } : { fault: 'length' };
}

/**
 * An IIN as a cell has it: with spaces, an apostrophe, letters O for zeros, as a number, shortened by Excel. `birthOn` is
 * the birthday that stands beside it. Null for an empty cell.
 */
export function readIin(value: string | number, birthOn: LocalDate | null): IinReading | null {
  const text = String(value).normalize('NFKC').trim();
  if (text === '') return null;
  if (EXPONENT.test(text)) return { fault: 'exponent' };
  const bare = text.replace(/[\s'’`ʼ"«».,_-]+/gu, (sign, place: number) =>
    /^[.,]/.test(sign) && /^[.,]0+$/.test(text.slice(place)) ? '.' : '',
  );
  const digits = bare.replace(/\.0+$/, '').replace(/[OoОо]/g, '0');
  if (!/^\d+$/.test(digits)) return { fault: 'digits' };
  if (digits.length < SHORTEST || digits.length > 12) return { fault: 'length' };
  if (ROUNDED.test(digits)) return { fault: 'exponent' };
  if (digits.length < 12) return withZeros(digits, birthOn);
  const read = readDigits(digits);
  return 'fault' in read
    ? read
    : { iin: digits, birthOn: read.birthOn, mended: digits === text ? null : 'signs' };
}

/** As pages may show it: the last four digits. */
export const maskIin = (text: string): string => text.replace(/\p{Nd}(?=(?:\P{Nd}*\p{Nd}){4})/gu, '•');

/** A number so long that signs between its digits make no date of it, or six digits and more. */
const RUNS = /\p{Nd}(?:[\s'’`,_–-]*\p{Nd}){10,}|\p{Nd}(?:[\s'’`]?\p{Nd}){5,}/gu;

/** A text that may hold an IIN anywhere, as pages, logs and tables may have it. */
export const maskRuns = (text: string): string => text.replace(RUNS, maskIin);
