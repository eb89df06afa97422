import type { Lang } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { unprintableIn } from '~/platform/print/fonts.server';
import { printPdf, withoutWords } from '~/platform/print/print-pdf.server';
import { type CountedReport, type PlaceNames, reportSection } from './report-paper';
import { REPORT_TEMPLATE } from './report-template';

export const PDF_TYPE = 'application/pdf';

/**
 * A report as tagged PDF/A in these languages, one after the other. The same totals, names and languages give the same
 * bytes. Throws `reports.letters-not-printable`, with the letters, when a name needs one that the fonts do not have.
 */
export async function renderReport(
  report: CountedReport,
  places: PlaceNames,
  languages: readonly [Lang, ...Lang[]],
): Promise<Uint8Array<ArrayBuffer>> {
  const sections = languages.map((lang) => reportSection(report, places, lang));
  const title = sections.map((section) => section.title.text).join(' · ');
  const data = {
    lang: languages[0],
    title,
    description: sections.map((section) => section.framework.text).join(' · '),
    date: report.on.split('-').map(Number),
    sha256: report.counted.sha256,
    sections,
  };
  const letters = await unprintableIn(JSON.stringify(data));
  if (letters.length > 0) {
    const params = { letters: letters.slice(0, 5).join(' ') };
    throw new DomainError('conflict', 'reports.letters-not-printable', { params });
  }
  const printed = await printPdf(REPORT_TEMPLATE, data, Math.floor(report.knownAt.getTime() / 1000));
  if ('pdf' in printed) return printed.pdf;
  throw new Error(`The report was not rendered: ${withoutWords(printed.fault)}`);
}
