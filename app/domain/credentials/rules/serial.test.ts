import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSerial, newSerial, normaliseSerial, printedSerial } from './serial';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const many = (count: number) => Array.from({ length: count }, () => newSerial(randomBytes));

describe('newSerial', () => {
  it('gives 13 characters of the alphabet with a right check character', () => {
    for (const serial of many(2_000)) {
      expect(serial).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
      expect(isSerial(serial)).toBe(true);
    }
  });

  it('does not repeat itself', () => {
    expect(new Set(many(5_000)).size).toBe(5_000);
  });

  it('draws again when the check symbol would not travel in an address', () => {
    let draws = 0;
    const source = () => {
      draws += 1;
      // 0…0Y is 30 → check Y; 0…10 is 32 → check symbol '*', refused.
      const bytes = new Uint8Array(12);
      if (draws === 1) bytes[10] = 1;
      else bytes[11] = 30;
      return bytes;
    };
    expect(newSerial(source)).toBe('00000000000YY');
    expect(draws).toBe(2);
  });
});

describe('isSerial', () => {
  it('refuses every single wrong character', () => {
    const serial = '7K3M9QX2VD4P';
    const whole = ALPHABET.split('')
      .map((check) => serial + check)
      .filter(isSerial);
    expect(whole.length).toBeLessThanOrEqual(1);
    for (const right of many(20)) {
      for (let place = 0; place < 13; place += 1) {
        for (const letter of ALPHABET) {
          if (letter === right.charAt(place)) continue;
          expect(isSerial(right.slice(0, place) + letter + right.slice(place + 1))).toBe(false);
        }
      }
    }
  });

  it('refuses two different characters that changed places', () => {
    for (const right of many(100)) {
      for (let place = 0; place < 11; place += 1) {
        const [a, b] = [right.charAt(place), right.charAt(place + 1)];
        if (a === b) continue;
        expect(isSerial(right.slice(0, place) + b + a + right.slice(place + 2))).toBe(false);
      }
    }
  });

  it.each([
    '',
    '0',
    '000000000000',
    '00000000000000',
    'OOOOOOOOOOOOO',
    '0000 0000 0000 0',
    'x'.repeat(100_000),
  ])('refuses %#', (text) => {
    expect(isSerial(text)).toBe(false);
  });
});

describe('normaliseSerial', () => {
  it('gives the canonical form back for what people type', () => {
    for (const serial of many(300)) {
      const printed = printedSerial(serial);
      const typed = [
        serial,
        printed,
        printed.toLowerCase(),
        ` ${printed.replaceAll('-', ' ')} `,
        printed.replaceAll('-', '–'),
        serial.replaceAll('0', 'o').replaceAll('1', 'l'),
        serial.replaceAll('0', 'О').replaceAll('1', 'I').replaceAll('A', 'А').replaceAll('C', 'с'),
        Array.from(serial, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
      ];
      for (const text of typed) expect(normaliseSerial(text)).toBe(serial);
    }
  });

  it('is idempotent and harmless on anything', () => {
    for (const text of ['', '\u0000', '🥋', 'x'.repeat(100_000), '../../etc', 'ＫＪＦ', '%00']) {
      const once = normaliseSerial(text);
      expect(normaliseSerial(once)).toBe(once);
      expect(isSerial(once)).toBe(false);
    }
  });
});

it('prints in groups of four', () => {
  expect(printedSerial('7K3M9QX2VD4PV')).toBe('7K3M-9QX2-VD4P-V');
});
