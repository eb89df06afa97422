import { expect, test } from 'vitest';
import { LICENCE_FIGURES } from '~/domain/licensing/types';
import { renderReport } from '~/domain/reports/documents/render-report.server';
import { reportSection } from '~/domain/reports/documents/report-paper';
import { checksumOf } from '~/domain/reports/rules/totals';
import type { ReportRow, ReportTotals } from '~/domain/reports/types';
import { authored } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { hasPoppler, infoOf, textOf } from '../credentials/documents/poppler';

const levels = ['assistant', 'coach-one', 'coach-two', 'coach-three', 'coach-four'];
const name = authored('kk', { kk: 'Жаттықтырушы', ru: 'Тренер', ja: '指導者', en: 'Coach' });

const row = (no: number): ReportRow => ({
  place: `/kjf/place-${String(no).padStart(2, '0')}/`,
  level: levels[no % levels.length] ?? '',
  ...(Object.fromEntries(LICENCE_FIGURES.map((figure) => [figure, no])) as Pick<
    ReportRow,
    (typeof LICENCE_FIGURES)[number]
  >),
  missing: { membership: 3 },
});

function report(places: number) {
  const rows = Array.from({ length: places }, (_, at) => row(at + 1));
  const knownAt = new Date('2026-11-28T10:00:00.000Z');
  const totals: ReportTotals = {
    ...{ version: 1, framework: 'kjf', path: '/', on: '2025-06-01', knownAt: knownAt.toISOString(), rows },
  };
  const framework = {
    ...{ id: 'x', slug: 'kjf', path: '/kjf/', zone: 'Asia/Almaty', name },
    levels: levels.map((slug) => ({ id: slug, slug, name })),
    components: {
      membership: authored('kk', {
        kk: 'Федерация мүшелігі',
        ru: 'Членство',
        ja: '会員資格',
        en: 'Membership',
      }),
    },
  };
  return {
    ...{ id: 'x', path: '/', place: '/', on: '2025-06-01', knownAt, levelsAll: 5, levelsDone: 5, framework },
    counted: { totals, sha256: checksumOf(totals), at: knownAt },
  };
}

test.runIf(hasPoppler)('the drawing of sixty places goes on on the next page', async () => {
  const pdf = await renderReport(report(60), {}, ['kk']);
  const pages = Number(/Pages:\s+(\d+)/.exec(await infoOf(pdf))?.[1]);
  expect(pages).toBeGreaterThanOrEqual(5);
  const text = await textOf(pdf);
  const each = (no: number) => text.split(row(no).place).length - 1;
  // In the drawing, by place, and by place and level.
  expect([each(1), each(30), each(60)]).toEqual([3, 3, 3]);
});

test.each(LANGS)('what is counted of a year says which (%s)', (lang) => {
  const section = reportSection(report(1), {}, lang);
  const words = [...(section.tables[0]?.columns ?? []), ...section.notes].map(({ text }) => text);
  expect(words.filter((text) => text.includes('2025'))).toHaveLength(3);
});
