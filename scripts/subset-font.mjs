/**
 * Cuts the heading serif down to the letters the product prints in headings.
 *
 *   node scripts/subset-font.mjs
 *
 * Source: Noto Serif SemiBold (SIL Open Font License 1.1, public/fonts/OFL.txt).
 * Result: public/fonts/shihan-serif.woff2, at most 24 KB (app/styles/font.test.ts holds the limit).
 * Japanese headings use the system's Mincho, so no kana or kanji is kept.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const source = require.resolve('@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf');
const licence = require.resolve('@expo-google-fonts/noto-serif/LICENSE_FONT');
const target = fileURLToPath(new URL('../public/fonts/shihan-serif.woff2', import.meta.url));
const limit = 24 * 1024;

/** Characters from `first` to `last`, both included. */
function range(first, last) {
  const codes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return String.fromCodePoint(...codes);
}

const letters = [
  range(0x20, 0x7e),
  range(0x0410, 0x044f),
  'ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі',
  // Macrons of romanised Japanese, and the letters of Kazakh Latin.
  'ĀāĪīŪūĒēŌōÄäÖöÜüĞğŞşŊŋıİÑñÉé',
  '«»„“”‘’–—…№·×−°½‹›→← ',
].join('');

const font = await subsetFont(await readFile(source), letters, {
  targetFormat: 'woff2',
  noHinting: true,
  keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'],
});

if (font.length > limit) {
  throw new Error(`The subset has ${font.length} bytes; the limit is ${limit}.`);
}
await writeFile(target, font);
await copyFile(licence, fileURLToPath(new URL('../public/fonts/OFL.txt', import.meta.url)));
console.log(`public/fonts/shihan-serif.woff2: ${font.length} bytes`);
