export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'shift_jis'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type DecodedText = { text: string; encoding: Encoding };

const decode = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** What a byte order mark says. */
function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: digits, colons and line ends of a file have a zero byte on the same side. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length / 8 || Math.min(even, odd) > Math.max(even, odd) / 8) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** So much of a text tells its language. */
const SAMPLE = 20_000;

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

/** Words as Russian writes them: small letters, a capital in front, capitals alone, or one of its words of one letter. */
const RUSSIAN_WORD =
  /(?<![\p{L}\p{M}])(?:[А-ЯЁ]?[а-яё]{2,}|[А-ЯЁ][а-яё]|[А-ЯЁ]+|[авикосуяжбэ])(?![\p{L}\p{M}])/gu;

/** The share of the letters beyond ASCII that make Russian words. */
function russianness(text: string): number {
  const letters = count(text, /[^\p{ASCII}\s]/gu);
  const inWords = (text.match(RUSSIAN_WORD) ?? []).reduce((sum, word) => sum + word.length, 0);
  return letters === 0 ? 0 : Math.min(1, inWords / letters);
}

/**
 * The share of the signs beyond ASCII that are Japanese. Half-width katakana, rare in captions, is what Cyrillic
 * becomes, and counts for nothing; kana count more than kanji, which any two bytes may give.
 */
function japaneseness(text: string): number {
  const signs = count(text, /[^\p{ASCII}\s]/gu);
  const kana = count(text, /[\u3041-\u30ff\u3001\u3002\u300c\u300d\uff01-\uff5e]/gu);
  const kanji = count(text, /\p{Script=Han}/gu);
  return signs === 0 ? 0 : (kana + (kana > 0 ? kanji : kanji / 2)) / signs;
}

/** A one-byte or Shift_JIS file has no mark: the reading that makes more sense as its language is taken. */
function byLetters(bytes: Uint8Array): DecodedText | null {
  const russian = decode(bytes, 'windows-1251');
  const japanese = decode(bytes, 'shift_jis');
  const scores = [
    {
      encoding: 'windows-1251' as const,
      text: russian,
      score: russian === null ? 0 : russianness(russian.slice(0, SAMPLE)),
    },
    {
      encoding: 'shift_jis' as const,
      text: japanese,
      score: japanese === null ? 0 : japaneseness(japanese.slice(0, SAMPLE)),
    },
  ];
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.text === null || best.score < 0.4 ? null : { text: best.text, encoding: best.encoding };
}

/** Characters that no text of ours may hold; a mark at the beginning is none of the text. */
const cleaned = (text: string): string =>
  text.replace(/^\ufeff/, '').replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '');

/**
 * The text of a file: the encoding that was named, else the one that its mark or its bytes tell. Null when
 * it cannot be read so.
 */
export function decodeText(bytes: Uint8Array, named: Encoding | null): DecodedText | null {
  const certain = named ?? byMark(bytes) ?? byZeros(bytes);
  if (certain) {
    const text = decode(bytes, certain);
    return text === null ? null : { text: cleaned(text), encoding: certain };
  }
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return { text: cleaned(utf8), encoding: 'utf-8' };
  const found = byLetters(bytes);
  return found && { ...found, text: cleaned(found.text) };
}
