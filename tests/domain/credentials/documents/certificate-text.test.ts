import { describe, expect, it } from 'vitest';
import { renderCertificate } from '~/domain/credentials/documents/render-certificate.server';
import { pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { inTurn } from '../../../support/turn';
import { NAMES } from './names';
import { flat, hasPoppler, textOf, wordsOf } from './poppler';
import { COURSES, sampleSnapshot, VERIFY_URL } from './sample-snapshot';

const PAIRS: readonly (readonly [Lang, Lang])[] = [
  ['kk', 'ru'],
  ['ru', 'ja'],
  ['ja', 'en'],
  ['kk', 'ja'],
];

const squeeze = (text: string) => text.replace(/\s+/g, '');

describe.skipIf(!hasPoppler)('text of the paper, read by poppler', () => {
  it.each(
    inTurn(NAMES.map((name, index) => [name, PAIRS[(index >> 2) % PAIRS.length] ?? PAIRS[0]] as const)),
  )('gives the name %s back', async (name, languages = ['kk', 'ru']) => {
    const snapshot = sampleSnapshot({ holder: { display: name, latin: 'Demo Holder', other: 'Ұлы Һәм' } });
    const text = flat(await textOf(await renderCertificate({ snapshot, languages, verifyUrl: VERIFY_URL })));
    expect(text).toContain(name);
    expect(text).toContain('Demo Holder · Ұлы Һәм');
  });

  it.each(PAIRS)('says everything in %s and %s', async (...languages) => {
    const snapshot = sampleSnapshot();
    const text = squeeze(
      await textOf(await renderCertificate({ snapshot, languages, verifyUrl: VERIFY_URL })),
    );
    const expected = languages.flatMap((lang) =>
      [
        ...[snapshot.issuer, snapshot.framework.name, snapshot.level.name],
        ...snapshot.studied.map(({ title }) => title),
        ...snapshot.signatories.flatMap(({ office, organisation }) => [office, organisation]),
      ].map((value) => pickText(value, lang).text),
    );
    const fixed = [
      '7K3M-9QX2-VD4P-V',
      'KJF-2026-000117',
      'shihan.example/v/7K3M9QX2VD4PV',
      'Демо Президент',
      '見本 太郎',
    ];
    for (const words of [...expected, ...fixed]) expect(text).toContain(squeeze(words));
    expect(text).not.toContain('師範');
    expect(text).not.toContain('#');
  });

  it('writes the dates in the way of each language', async () => {
    const read = async (languages: readonly [Lang, Lang]) =>
      flat(
        await textOf(
          await renderCertificate({ snapshot: sampleSnapshot(), languages, verifyUrl: VERIFY_URL }),
        ),
      );
    const first = await read(['kk', 'ru']);
    expect(first).toContain('2028 жылғы 31 желтоқсан');
    expect(first).toContain('31 декабря 2028 года включительно');
    const second = await read(['ja', 'en']);
    expect(second).toContain('2028年12月31日まで有効');
    expect(second).toContain('31 December 2028, inclusive');
  });

  it('lists every course of the annex with version, day and hours', async () => {
    const snapshot = sampleSnapshot({ studied: COURSES });
    const text = flat(
      await textOf(await renderCertificate({ snapshot, languages: ['ru', 'ja'], verifyUrl: VERIFY_URL })),
    );
    for (const { title } of COURSES) {
      for (const lang of ['ru', 'ja'] as const)
        expect(squeeze(text)).toContain(squeeze(pickText(title, lang).text));
    }
    expect(text).toContain('Приложение к удостоверению KJF-2026-000117');
    expect(text.match(/27 февраля 2026 года/g)).toHaveLength(12);
    expect(squeeze(text)).toContain('версия9');
    expect(squeeze(text)).toContain('4ч5ч8ч6ч');
  });

  it('keeps all words apart and inside the frame', async () => {
    const [longest = ''] = NAMES.slice(-1);
    const snapshot = sampleSnapshot({ holder: { display: NAMES[9] ?? '', latin: longest } });
    for (const languages of PAIRS) {
      const words = await wordsOf(await renderCertificate({ snapshot, languages, verifyUrl: VERIFY_URL }));
      for (const [index, a] of words.entries()) {
        expect(a.left).toBeGreaterThan(50);
        expect(a.right).toBeLessThan(792);
        expect(a.bottom).toBeLessThan(545);
        for (const b of words.slice(index + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          const height = Math.min(a.bottom - a.top, b.bottom - b.top);
          expect(across > 0.5 && down > height * 0.6, `${a.text} over ${b.text}`).toBe(false);
        }
      }
    }
  });
});
