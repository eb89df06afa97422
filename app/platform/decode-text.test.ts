import { describe, expect, test } from 'vitest';
import { decodeText, type Encoding } from './decode-text';

/** Bytes of a text in a one-byte or two-byte encoding, by asking the decoder for each of its signs. */
function encode(text: string, encoding: Encoding): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const signs = new Map<string, number[]>();
  const learn = (bytes: number[]) => {
    try {
      const sign = decoder.decode(Uint8Array.from(bytes));
      if ([...sign].length === 1 && !signs.has(sign)) signs.set(sign, bytes);
    } catch {}
  };
  for (let byte = 0; byte < 256; byte += 1) learn([byte]);
  if (encoding === 'shift_jis')
    for (let lead = 0x81; lead < 0xfd; lead += 1)
      for (let trail = 0x40; trail < 0xfd; trail += 1) learn([lead, trail]);
  return Uint8Array.from([...text].flatMap((sign) => signs.get(sign) ?? []));
}

const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((at) => {
      const [high, low] = [text.charCodeAt(at) >> 8, text.charCodeAt(at) & 255];
      return isBig ? [high, low] : [low, high];
    }),
  );

const srt = (...texts: string[]): string =>
  texts.map((text, at) => `${at + 1}\r\n00:00:0${at},000 --> 00:00:0${at},900\r\n${text}\r\n`).join('\r\n');

const RUSSIAN = ['Да', 'НЕТ!', 'Учи-мата', 'Ещё раз: шаг, подворот, бросок.', 'Ё', 'Хадзимэ! Матэ!'];
const JAPANESE = [
  'はい',
  '礼',
  '内股は崩しから入る。',
  'ウチマタ',
  '「待て」',
  '受け身をとる',
  '大外刈 Osoto',
];

describe('short files', () => {
  test.each(RUSSIAN)('windows-1251: %s', (text) => {
    expect(decodeText(encode(srt(text), 'windows-1251'), null)).toEqual({
      text: srt(text),
      encoding: 'windows-1251',
    });
  });
  test.each(JAPANESE)('Shift_JIS: %s', (text) => {
    expect(decodeText(encode(srt(text), 'shift_jis'), null)).toEqual({
      text: srt(text),
      encoding: 'shift_jis',
    });
  });
  test.each([...RUSSIAN, ...JAPANESE, 'Ұстау', 'plain'])('UTF-8 and UTF-16: %s', (text) => {
    const file = srt(text);
    const bytes = new TextEncoder().encode(file);
    expect(decodeText(bytes, null)).toEqual({ text: file, encoding: 'utf-8' });
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]), null)?.text).toBe(file);
    for (const isBig of [false, true]) {
      const encoding = isBig ? 'utf-16be' : 'utf-16le';
      expect(decodeText(utf16(file, isBig), null)).toEqual({ text: file, encoding });
      expect(decodeText(utf16(`\ufeff${file}`, isBig), null)).toEqual({ text: file, encoding });
    }
  });
});

test('an encoding that is named is taken at its word, or refused', () => {
  const bytes = encode(srt('Да'), 'windows-1251');
  expect(decodeText(bytes, 'windows-1251')?.text).toBe(srt('Да'));
  expect(decodeText(bytes, 'utf-8')).toBeNull();
});

test('bytes that are no text are refused, and no forbidden character comes through', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_each, at) => (at * 7919 + (at >> 3) * 104_729) & 255);
  const read = decodeText(noise, null);
  expect(read === null || !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(read.text)).toBe(true);
  expect(decodeText(new TextEncoder().encode(`${srt('a')}\u0000b\u0007`), null)?.text).toBe(`${srt('a')}b`);
});
