import type { Lang } from './locales';

const TAG: Record<Lang, string> = { kk: 'kk-KZ', ru: 'ru-RU', ja: 'ja-JP', en: 'en-GB' };

/** Formatters of one language. They run on the server only: browsers lack Kazakh. */
export type Formatters = {
  /** A local date ('YYYY-MM-DD') or the UTC day of a moment, written out: «12 марта 2026 г.». */
  date(value: string | Date): string;
  /** Short date for tables: 12.03.2026. */
  shortDate(value: string | Date): string;
  /** A local date as a calendar leaf: 29 and «ноября, вс». */
  leaf(value: string): { day: string; rest: string };
  /** A moment in an IANA zone, with date and time. */
  dateTime(moment: Date, zone: string): string;
  time(moment: Date, zone: string): string;
  number(value: number): string;
  /** 0–100. */
  percent(value: number): string;
  minutes(value: number): string;
  hours(value: number): string;
  /** Bytes as megabytes with one decimal below ten. */
  megabytes(bytes: number): string;
  list(items: readonly string[]): string;
  /** Seconds as 6:12 or 1:02:05. */
  clock(seconds: number): string;
  compare(a: string, b: string): number;
};

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
};

const moment = (value: string | Date): Date =>
  typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;

const zoned = new Map<string, Intl.DateTimeFormat>();
function inZone(lang: Lang, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${zone} ${Object.keys(options).join()}`;
  const known = zoned.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAG[lang], { ...options, timeZone: zone });
  zoned.set(key, made);
  return made;
}

/** The month as it stands beside a day («ноября»), and the day of the week. */
function leafOf(lang: Lang): Formatters['leaf'] {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(TAG[lang], { ...options, timeZone: 'UTC' });
  const [beside, alone, week] = [
    format({ day: 'numeric', month: 'long' }),
    format({ month: 'long' }),
    format({ weekday: 'short' }),
  ];
  return (value) => {
    const day = moment(value);
    const month = beside.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
    const rest =
      lang === 'ja' ? `${alone.format(day)}（${week.format(day)}）` : `${month}, ${week.format(day)}`;
    return { day: String(day.getUTCDate()), rest };
  };
}

/** Japanese sets no space between a number and its unit in kanji. */
function unitOf(tag: string, unit: string): { format(value: number): string } {
  const format = new Intl.NumberFormat(tag, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: 1,
  });
  return { format: (value) => format.format(value).replace(/(?<=\d)\s(?=\p{Script=Han})/u, '') };
}

function create(lang: Lang): Formatters {
  const tag = TAG[lang];
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDate = new Intl.DateTimeFormat(tag, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const [minute, hour, megabyte] = [unitOf(tag, 'minute'), unitOf(tag, 'hour'), unitOf(tag, 'megabyte')];
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const collator = new Intl.Collator(tag);
  return {
    date: (value) => date.format(moment(value)),
    leaf: leafOf(lang),
    shortDate: (value) => shortDate.format(moment(value)),
    dateTime: (value, zone) => inZone(lang, zone, { dateStyle: 'long', timeStyle: 'short' }).format(value),
    time: (value, zone) => inZone(lang, zone, { hour: '2-digit', minute: '2-digit' }).format(value),
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    minutes: (value) => minute.format(Math.round(value)),
    hours: (value) => hour.format(value),
    megabytes: (bytes) =>
      megabyte.format(bytes < 10_000_000 ? Math.round(bytes / 100_000) / 10 : Math.round(bytes / 1_000_000)),
    list: (items) => list.format(items),
    clock,
    compare: collator.compare,
  };
}

const made = new Map<Lang, Formatters>();

/** The formatters of a language, made once for each process. */
export function formatters(lang: Lang): Formatters {
  const known = made.get(lang) ?? create(lang);
  made.set(lang, known);
  return known;
}
