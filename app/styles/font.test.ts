import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const file = readFileSync(new URL('../../public/fonts/shihan-serif.woff2', import.meta.url));
const kazakh = 'ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё';
const russian = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The TrueType form of a WOFF2 font, all glyphs kept. */
async function unpack(woff2: Buffer): Promise<Buffer> {
  const subsetFont: unknown = require('subset-font');
  if (typeof subsetFont !== 'function') throw new TypeError('subset-font exports no function');
  const options = { keepAllGlyphs: true, targetFormat: 'truetype' };
  const font: unknown = await subsetFont(woff2, undefined, options);
  if (!Buffer.isBuffer(font)) throw new TypeError('subset-font returned no buffer');
  return font;
}

/** Code points with a glyph, from the format 4 table of the font's character map. */
function mappedCodePoints(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.readUInt32BE(record + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const table = subtables.find((at) => font.readUInt16BE(at) === 4) ?? 0;
  const segments = font.readUInt16BE(table + 6) / 2;
  const found = new Set<number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const last = font.readUInt16BE(table + 14 + segment * 2);
    const first = font.readUInt16BE(table + 16 + segments * 2 + segment * 2);
    for (let code = first; code <= last && code < 0xffff; code += 1) found.add(code);
  }
  return found;
}

test('the heading font stays within 24 KB', () => {
  expect(file.length).toBeLessThanOrEqual(24 * 1024);
});

test('the heading font has every Kazakh, Russian and Latin letter', async () => {
  const codes = mappedCodePoints(await unpack(file));
  const missing = [...kazakh, ...russian, ...latin].filter(
    (letter) => !codes.has(letter.codePointAt(0) ?? 0),
  );
  expect(missing).toEqual([]);
});
