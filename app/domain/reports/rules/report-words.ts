import { type LocalizedText, pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Translate } from '~/i18n/translate';
import type { ReportFramework } from '../types';
import { MOVEMENTS, type ReportTable, type RowHead, STANDINGS } from './report-tables';

/** What a report in one language needs besides its numbers. */
export type WordSource = {
  t: Translate;
  lang: Lang;
  framework: Pick<ReportFramework, 'path' | 'levels' | 'components' | 'name'>;
  /** Names of organisations by path. */
  places: Readonly<Record<string, LocalizedText>>;
  /** Whose own members a row of the same path counts. */
  base: string;
  /** Of the day: awards and renewals are those of it. */
  year: string;
};

/** Words and the language they are in. */
export type Passage = { text: string; lang: Lang };

function named(text: LocalizedText | undefined, bare: string, lang: Lang): Passage {
  if (!text) return { text: bare, lang: 'en' };
  const { text: found, lang: own } = pickText(text, lang);
  return { text: found || bare, lang: own };
}

/** The name of a place; what is counted of it when it is the one that the report divides. */
export function placeName({ t, lang, places, base }: WordSource, path: string): Passage {
  if (path === '/') return { text: t('reports:place.none'), lang };
  const name = named(places[path], path, lang);
  return path === base ? { text: t('reports:place.direct', { name: name.text }), lang: name.lang } : name;
}

/** The place that a report or a part is of. */
export const scopeName = ({ t, lang, places }: WordSource, place: string): Passage =>
  place === '/' ? { text: t('reports:place.all'), lang } : named(places[place], place, lang);

export const levelName = ({ framework, lang }: WordSource, slug: string): Passage =>
  named(framework.levels.find((level) => level.slug === slug)?.name, slug, lang);

export const componentName = ({ framework, lang }: WordSource, kind: string): Passage =>
  named(framework.components[kind], kind, lang);

/** The words at the head of a row: one passage, or place and level. */
export function headWords(source: WordSource, { place, level, component }: RowHead): Passage[] {
  return [
    ...(place === undefined ? [] : [placeName(source, place)]),
    ...(level === undefined ? [] : [levelName(source, level)]),
    ...(component === undefined ? [] : [componentName(source, component)]),
  ];
}

const FIGURES: readonly string[] = [...STANDINGS, ...MOVEMENTS];

/** The words above a column: a figure, the sum, or a level. */
export function columnWords(
  source: WordSource,
  { name }: Pick<ReportTable, 'name'>,
  column: string,
): Passage {
  const { t, lang, year } = source;
  if (column === 'total') return { text: t('reports:column.total'), lang };
  if (name === 'missing' || !FIGURES.includes(column)) return levelName(source, column);
  return { text: t.dynamic(`reports:column.${column}`, { year }), lang };
}

/** The words above the heads of the rows. */
export function cornerWords({ t, lang }: WordSource, { name }: Pick<ReportTable, 'name'>): Passage[] {
  const words = {
    places: ['place'],
    levels: ['level'],
    both: ['place', 'level'],
    missing: ['component'],
  } as const;
  return words[name].map((word) => ({ text: t(`reports:column.${word}`), lang }));
}

/** A sentence that says what the drawing shows. */
export function chartWords(source: WordSource, { rows, totals }: ReportTable): string {
  const { t } = source;
  const parts = STANDINGS.map((name, at) => `${t(`reports:column.${name}`)}: ${totals[at] ?? 0}`);
  return t('reports:chart.text', { count: rows.length, parts: parts.join(', ') });
}
