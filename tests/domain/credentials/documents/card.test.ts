import { describe, expect, test } from 'vitest';
import { renderCard } from '~/domain/credentials/documents/render-card.server';
import { authored } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';
import { NAMES } from './names';
import { flat, hasPoppler, infoOf, textOf, wordsOf } from './poppler';
import { sampleSnapshot, VERIFY_URL } from './sample-snapshot';

const draw = (languages: readonly [Lang, Lang], snapshot = sampleSnapshot()) =>
  renderCard({ snapshot, languages, verifyUrl: VERIFY_URL });

test('the same input gives the same bytes', async () => {
  expect(await draw(['kk', 'en'])).toEqual(await draw(['kk', 'en']));
});

test('long names of an organisation have room', async () => {
  const long = 'Қазақстан Республикасының дзюдо федерациясының жаттықтырушыларды даярлау орталығы '
    .repeat(3)
    .trim();
  const issuer = authored('kk', { kk: long, ru: `${long}.`, ja: '柔'.repeat(120), en: `${long}!` });
  expect((await draw(['kk', 'ru'], sampleSnapshot({ issuer }))).length).toBeGreaterThan(1000);
});

describe.runIf(hasPoppler)('as another reader sees it', () => {
  test('two sides of a bank card, tagged, PDF/A-2a', async () => {
    const pdf = await draw(['kk', 'ru']);
    const info = await infoOf(pdf);
    expect(info).toMatch(/Pages:\s+2/);
    expect(info).toMatch(/Page size:\s+242\.6\d+ x 153\.07/);
    expect(info).toMatch(/Tagged:\s+yes/);
    const meta = await infoOf(pdf, '-meta');
    expect(meta).toMatch(/<pdfaid:part>2</);
    expect(meta).toMatch(/<pdfaid:conformance>A</);
    const tags = await infoOf(pdf, '-struct');
    expect(tags.match(/\bFigure\b/g)).toHaveLength(2);
  });

  test('says in both languages whose it is, what for and until when', async () => {
    const text = flat(await textOf(await draw(['ja', 'en'])));
    for (const words of ['ライセンスカード', 'Licence card', '柔道指導者 第一級', 'Judo coach, level one'])
      expect(text).toContain(words);
    for (const words of ['2028年12月31日', '31 December 2028', 'KJF-2026-000117', '7K3M-9QX2-VD4P-V'])
      expect(text).toContain(words);
    const { display, latin } = sampleSnapshot().holder;
    expect(text).toContain(display);
    expect(text).toContain(latin);
  });

  test('every name and every pair of languages stays on its side', async () => {
    const long = 'Дзюдо бойынша балалар мен жасөспірімдер жаттықтырушысы, төртінші деңгей (халықаралық)';
    const level = {
      slug: 'x',
      rank: 4,
      name: authored('kk', { kk: long, ru: long, ja: '柔'.repeat(60), en: long }),
    };
    const pairs = LANGS.flatMap((a) => LANGS.filter((b) => b !== a).map((b): [Lang, Lang] => [a, b]));
    for (const [at, display] of NAMES.entries()) {
      const languages = pairs[at % pairs.length] ?? ['kk', 'ru'];
      const snapshot = sampleSnapshot({ level, holder: { display, latin: 'A'.repeat(60) } });
      const pdf = await draw(languages, snapshot);
      expect(await infoOf(pdf)).toMatch(/Pages:\s+2/);
      if (at % 8 !== 0) continue;
      for (const { left, right, top, bottom } of await wordsOf(pdf)) {
        expect(Math.min(left, top)).toBeGreaterThan(8);
        expect(right).toBeLessThan(242.7 - 8);
        expect(bottom).toBeLessThan(153.1 - 8);
      }
    }
  });
});
