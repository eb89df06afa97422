import type { Lang } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';

/**
 * Dates as official papers write them. Tables of our own instead of Intl: the bytes of a document
 * must not change with the Unicode data of the machine that renders it again.
 */
const MONTHS: Readonly<Record<Exclude<Lang, 'ja'>, readonly string[]>> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** 'YYYY-MM-DD' in words: 2026 жылғы 12 наурыз · 12 марта 2026 года · 2026年3月12日 · 12 March 2026. */
export function paperDate(date: LocalDate, lang: Lang): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (lang === 'ja') return `${year}年${month}月${day}日`;
  const name = MONTHS[lang][month - 1] ?? '';
  if (lang === 'kk') return `${year} жылғы ${day} ${name}`;
  return lang === 'ru' ? `${day} ${name} ${year} года` : `${day} ${name} ${year}`;
}
