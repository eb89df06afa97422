import type { Lang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { partOfReport } from './data/open-report.server';
import { loadPlaceNames } from './data/place-names.server';
import { PDF_TYPE, renderReport } from './documents/render-report.server';
import { reportBook, XLSX_TYPE } from './documents/report-book.server';
import type { ReportFileInput, ReportLanguages } from './inputs';
import { fileName } from './rules/file-name';
import type { ReportFile } from './types';

const LANGUAGES: Readonly<Record<ReportLanguages, readonly [Lang, ...Lang[]]>> = {
  'kk-ru': ['kk', 'ru'],
  kk: ['kk'],
  ru: ['ru'],
  ja: ['ja'],
  en: ['en'],
};

/**
 * A report or a part of it as PDF or XLSX, with its checksum, day and moment; the act is in the audit chain before a byte
 * leaves. Throws `reports.not-a-reader`, `reports.report-not-found`, `reports.not-counted`,
 * `reports.letters-not-printable`.
 */
export async function exportReport(ctx: Ctx, input: ReportFileInput): Promise<ReportFile> {
  const { format, languages } = input;
  const { counted, ...view } = await partOfReport(ctx, input);
  if (!counted) throw new DomainError('conflict', 'reports.not-counted');
  const report = { ...view, counted };
  const places = await loadPlaceNames(ctx);
  const draw = format === 'pdf' ? renderReport : reportBook;
  const bytes = await draw(report, places, LANGUAGES[languages]);
  await inTransaction(ctx, (tx) =>
    recordAct(tx, {
      act: 'reports.report-exported',
      subject: { type: 'report', id: report.id },
      detail: { place: report.place, format, languages, sha256: counted.sha256 },
    }),
  );
  return { name: fileName(report, format), type: format === 'pdf' ? PDF_TYPE : XLSX_TYPE, bytes };
}
