import type { LocalDate } from '~/platform/local-date';
import type { ExportFormat, FilterWord } from '../inputs';

const LONGEST = 100;

/** What was searched for by name stays out: file names travel further than files. */
const TOLD: readonly FilterWord[] = [
  'state',
  'framework',
  'level',
  'path',
  'within',
  'from',
  'to',
  'missing',
];

const part = (word: FilterWord, value: string): string => {
  const text = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (text === '') return '';
  if (word === 'within') return `${text}-days`;
  return word === 'missing' || word === 'from' || word === 'to' ? `${word}-${text}` : text;
};

/** 'register_2026-11-28_kjf-karaganda_60-days_missing-safeguarding.xlsx'. */
export function fileName(
  words: Partial<Record<FilterWord, string>>,
  { today, format }: { today: LocalDate; format: ExportFormat },
): string {
  const parts = TOLD.map((word) => part(word, words[word] ?? '')).filter(Boolean);
  return `${['register', today, ...parts].join('_').slice(0, LONGEST)}.${format}`;
}
