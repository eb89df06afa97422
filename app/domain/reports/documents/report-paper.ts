import { type LocalizedText, pickText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { localDateOf } from '~/platform/local-date';
import { paperDate } from '~/platform/print/paper-date';
import { chartBars } from '../rules/chart';
import {
  baseOf,
  type ReportTable,
  type RowHead,
  reportTables,
  STANDINGS,
  type StandingName,
} from '../rules/report-tables';
import {
  chartWords,
  columnWords,
  cornerWords,
  headWords,
  type Passage,
  scopeName,
  type WordSource,
} from '../rules/report-words';
import type { ReportTotals, ReportView } from '../types';

/** A report whose numbers are there. */
export type CountedReport = ReportView & { counted: NonNullable<ReportView['counted']> };
export type PlaceNames = Readonly<Record<string, LocalizedText>>;

/** The colours of the drawing; every part is named and numbered beside it as well. */
const COLOURS: Readonly<Record<StandingName, string>> = {
  active: '#1d3557',
  renewable: '#0b7fa0',
  suspended: '#565b66',
  grace: '#c9b37a',
  lapsed: '#e4dfd3',
  surrendered: '#8d8474',
  revoked: '#c8321f',
};

/** One language of a report: everything it says, in words and in numbers written as words. */
export type ReportSection = ReturnType<typeof reportSection>;

export const wordSource = (
  { framework, counted }: { framework: WordSource['framework']; counted: { totals: ReportTotals } },
  places: PlaceNames,
  lang: Lang,
): WordSource => ({
  t: translator(lang),
  lang,
  framework,
  places,
  base: baseOf(counted.totals, framework),
  year: counted.totals.on.slice(0, 4),
});

/** The day in words and the minute in the framework's zone, and the exact moment that the checksum covers. */
const momentIn = (moment: Date, zone: string, lang: Lang): string =>
  `${paperDate(localDateOf(moment, zone), lang)}, ${formatters('en').time(moment, zone)} (${zone}; ${moment.toISOString()})`;

function factsOf(report: CountedReport, source: WordSource): { label: Passage; value: Passage }[] {
  const { t, lang } = source;
  const own = (text: string): Passage => ({ text, lang });
  const { place, on, knownAt, framework, counted } = report;
  return [
    { label: own(t('reports:report.place')), value: scopeName(source, place) },
    { label: own(t('reports:report.on')), value: own(paperDate(on, lang)) },
    { label: own(t('reports:report.known')), value: own(momentIn(knownAt, framework.zone, lang)) },
    { label: own(t('reports:report.checksum')), value: { text: counted.sha256, lang: 'en' } },
  ];
}

const isBelow = ({ base }: WordSource, { place = '' }: RowHead): boolean =>
  place !== base && place.startsWith(base);

function tableIn(source: WordSource, table: ReportTable) {
  const { t, lang } = source;
  const number = formatters(lang).number;
  const own = (text: string): Passage => ({ text, lang });
  const isMissing = table.name === 'missing';
  return {
    name: table.name,
    title: own(t(`reports:table.${table.name}`)),
    corner: cornerWords(source, table),
    columns: table.columns.map((column) => columnWords(source, table, column)),
    rows: table.rows.map(({ key, head, cells }) => ({
      key,
      head: headWords(source, head),
      cells: cells.map(number),
      /** The place to which one can go down from here. */
      below: isBelow(source, head) ? (head.place ?? null) : null,
    })),
    total: own(t('reports:column.total')),
    totals: table.totals.map(number),
    empty: own(t(isMissing ? 'reports:nothing-missing' : 'reports:report.empty')),
    note: isMissing ? own(t('reports:missing-note')) : null,
  };
}

function chartIn(source: WordSource, table: ReportTable) {
  const { t, lang } = source;
  return {
    title: { text: t('reports:chart.title'), lang },
    alt: chartWords(source, table),
    legend: STANDINGS.map((name) => ({
      standing: name,
      colour: COLOURS[name],
      name: { text: t(`reports:column.${name}`), lang },
    })),
    bars: chartBars(table.rows).map(({ key, head, total, parts }) => ({
      key,
      head: headWords(source, head),
      total: formatters(lang).number(total),
      parts: parts.map(({ standing, count, from, length }) => ({
        ...{ standing, count, from, length },
        colour: COLOURS[standing],
      })),
    })),
  };
}

/** Everything that a report says in one language. */
export function reportSection(report: CountedReport, places: PlaceNames, lang: Lang) {
  const source = wordSource(report, places, lang);
  const { t } = source;
  const tables = reportTables(report.counted.totals, report.framework);
  const { text, lang: nameLang } = pickText(report.framework.name, lang);
  return {
    lang,
    framework: { text, lang: nameLang },
    title: { text: t('reports:report.title', { date: paperDate(report.on, lang) }), lang },
    facts: factsOf(report, source),
    notes: [
      { text: t('reports:report.later'), lang },
      { text: t('reports:report.year', { year: source.year }), lang },
    ],
    chart: chartIn(source, tables[0] ?? { name: 'places', columns: [], rows: [], totals: [] }),
    tables: tables.map((table) => tableIn(source, table)),
  };
}
