import { describe, expect, it } from 'vitest';
import { qrModules } from '~/domain/credentials/documents/qr-path';
import { renderCertificate } from '~/domain/credentials/documents/render-certificate.server';
import type { Lang } from '~/i18n/locales';
import { inTurn } from '../../../support/turn';
import { hasPoppler, type Picture, pictureOf, type Word, wordsOf } from './poppler';
import { sampleSnapshot, VERIFY_URL } from './sample-snapshot';

const paper = (display: string, languages: readonly [Lang, Lang] = ['kk', 'ru'], verifyUrl = VERIFY_URL) =>
  renderCertificate({
    snapshot: sampleSnapshot({ holder: { display, latin: 'Demo' } }),
    languages,
    verifyUrl,
  });

const DPI = 144;
const PER_POINT = DPI / 72;

/** Dark pixels of a word as one text: equal for equal shapes. */
function shapeOf(picture: Picture, word: Word): string {
  let shape = '';
  for (let y = Math.floor(word.top * PER_POINT); y < word.bottom * PER_POINT; y += 1) {
    let row = '';
    for (let x = Math.floor(word.left * PER_POINT); x < word.right * PER_POINT; x += 1) {
      row += picture.at(x, y) < 110 ? '#' : ' ';
    }
    if (row.includes('#')) shape += `${row.trimEnd()}\n`;
  }
  return shape;
}

/** How a name drawn letter by letter looks: a shape for each letter. */
async function shapesOf(letters: readonly string[]): Promise<string[]> {
  const pdf = await paper(letters.join(' '));
  const picture = await pictureOf(pdf, 1, DPI);
  const words = await wordsOf(pdf);
  return letters.map((letter) => {
    const word = words.find(({ text, top }) => text === letter && top > 110 && top < 260);
    return word === undefined ? '' : shapeOf(picture, word);
  });
}

const ALPHABETS: readonly (readonly [string, string])[] = [
  ['Kazakh capitals', 'ӘҒҚҢӨҰҮҺІЫЭЁ'],
  ['Kazakh small letters', 'әғқңөұүһіыэё'],
  ['Russian', 'БГДЖЗЙЛПФЦЧШЩЪЬЮЯ'],
  ['kanji', '髙橋邊渡邉澤齋﨑德辻'],
  ['kana', 'あいうガギグパピプヴ'],
  ['Latin', 'ŁŚĄÇĞŞÑÖÜÞÆ'],
];

describe.skipIf(!hasPoppler)('picture of the paper, drawn by poppler', () => {
  it.each(inTurn(ALPHABETS))('draws every letter: %s', async (_, letters) => {
    const shapes = await shapesOf(Array.from(letters));
    for (const [index, shape] of shapes.entries()) {
      const ink = shape.match(/#/g)?.length ?? 0;
      expect(ink, `${Array.from(letters)[index]} is blank`).toBeGreaterThan(15);
    }
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it.each([
    ['a short address', 'https://shihan.example/v/7K3M9QX2VD4PV'],
    ['a signed address', VERIFY_URL],
    ['the longest payload', `https://shihan.example.kz/v/7K3M9QX2VD4PV#${'a'.repeat(300)}`],
  ])('prints the QR code of %s module by module', async (_, verifyUrl) => {
    const dpi = 300;
    const picture = await pictureOf(await paper('Айгүл', ['kk', 'ru'], verifyUrl), 1, dpi);
    const code = qrModules(verifyUrl);
    const scan = { left: 25.5, top: 150, right: 62, bottom: 188 };
    const px = (mm: number) => Math.round((mm / 25.4) * dpi);
    let [left, top, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
    for (let y = px(scan.top); y < px(scan.bottom); y += 1) {
      for (let x = px(scan.left) + 8; x < px(scan.right); x += 1) {
        if (picture.at(x, y) > 60) continue;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
      }
    }
    const step = (right - left) / code.size;
    expect((step / dpi) * 25.4).toBeGreaterThan(0.35);
    let wrong = 0;
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) {
        const grey = picture.at(Math.floor(left + (x + 0.5) * step), Math.floor(top + (y + 0.5) * step));
        if (grey < 128 !== code.dark(x, y)) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
  });

  it.each([
    ['kk', 'ru'],
    ['ru', 'ja'],
    ['ja', 'en'],
  ] as const)('is neither blank nor black (%s, %s)', async (...languages) => {
    const picture = await pictureOf(await paper('Айгүл', languages), 1, 60);
    let ink = 0;
    for (let y = 0; y < picture.height; y += 1) {
      for (let x = 0; x < picture.width; x += 1) if (picture.at(x, y) < 160) ink += 1;
    }
    const share = ink / (picture.width * picture.height);
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.25);
  });
});
