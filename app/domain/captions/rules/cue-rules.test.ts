import { expect, test } from 'vitest';
import { joinCues, splitCue } from './cue-edits';
import { speedOf, warningsOf } from './cue-warnings';
import { missingTerms, techniqueEntry, termEntry, termsIn } from './glossary';
import { readShift, readTime } from './times';

test('times as people type them', () => {
  expect(['1:02:03.4', '62:03,04', '63.5', '0:05', ' 00:00:07.250 '].map(readTime)).toEqual([
    ...[3_723_400, 3_723_040, 63_500, 5000, 7250],
  ]);
  expect(['', 'x', '-1', '1e9', '1:2:3:4:5', '999:00:00', '99999999'].map(readTime)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
  expect(['-1.5', '+2', '3', '−0,25', 'x'].map(readShift)).toEqual([-1500, 2000, 3000, -250, null]);
});

test('a cue is split at its line, at the cursor, in proportion of its time; and joined again', () => {
  const cue = { startMs: 1000, endMs: 5000, text: 'Шаг вперёд\nи поворот' };
  const [first, second] = splitCue(cue, null) ?? [];
  expect([first?.text, second?.text]).toEqual(['Шаг вперёд', 'и поворот']);
  expect(first?.endMs).toBe(second?.startMs);
  expect(splitCue(cue, 4)?.map(({ text }) => text)).toEqual(['Шаг', 'вперёд\nи поворот']);
  expect(splitCue(cue, 0)).toBeNull();
  expect(splitCue({ ...cue, text: '🥋🥋' }, 1)?.map(({ text }) => text)).toEqual(['🥋', '🥋']);
  if (first && second) expect(joinCues(first, second)).toEqual(cue);
});

test('warnings', () => {
  const cue = { startMs: 0, endMs: 2000, text: 'x'.repeat(41) };
  const alone = { previous: null, next: null };
  const after = { startMs: 1900, endMs: 4000, text: 'x' };
  expect(warningsOf(after, { previous: cue, next: null }, 'en')).toEqual(['overlap-before']);
  expect(warningsOf(cue, alone, 'en')).toEqual(['too-fast']);
  expect(
    warningsOf({ ...cue, text: '内股は崩しから入' }, { ...alone, next: { ...cue, startMs: 1900 } }, 'ja'),
  ).toEqual(['overlap']);
  expect(warningsOf({ ...cue, text: '内股は崩しから入る' }, alone, 'ja')).toEqual(['too-fast']);
  expect(speedOf({ ...cue, text: 'ab内股' }, 'ja')).toBe(1.5);
  expect(warningsOf({ startMs: 0, endMs: 500, text: 'a' }, alone, 'ru')).toEqual(['too-short']);
  expect(warningsOf({ startMs: 0, endMs: 9000, text: 'a\nb\nc' }, alone, 'kk')).toEqual([
    'too-long',
    'too-many-lines',
  ]);
  expect(warningsOf({ startMs: 0, endMs: 1000, text: '' }, alone, 'ja')).toEqual([]);
});

const names = (kanji: string, kana: string, romaji: string, cyrillic: string) =>
  techniqueEntry(romaji, { kanji, kana, romaji, cyrillic, polivanov: cyrillic.replace('чи', 'ти') });
const GLOSSARY = [
  names('内股', 'うちまた', 'Uchi-mata', 'Учи-мата'),
  names('大内刈', 'おおうちがり', 'O-uchi-gari', 'О-учи-гари'),
  termEntry(
    'kuzushi',
    {
      ja: '崩し',
      ru: 'выведение из равновесия (кудзуси)',
      kk: 'тепе-теңдіктен шығару (кузуши)',
      en: 'Breaking balance',
    },
    'くずし',
  ),
  termEntry('rei', { ja: '礼', ru: 'поклон (рэй)', kk: 'тағзым (рэй)', en: 'Bow' }, 'れい'),
  termEntry(
    'ukemi',
    { ja: '受身', ru: 'укэми, самостраховка', kk: 'укэми, дұрыс құлау', en: 'Ukemi, breakfall' },
    'うけみ',
  ),
];
const ids = (text: string) => termsIn(text, 'ja', 'ru', GLOSSARY).map(({ id }) => id);

test('words of the glossary are met in any form, and nothing that only looks like them', () => {
  expect(ids('内股は崩しから入る')).toEqual(['Uchi-mata', 'kuzushi']);
  expect(ids('大内刈り、受け身')).toEqual(['O-uchi-gari', 'ukemi']);
  expect(ids('礼に始まる')).toEqual(['rei']);
  expect(ids('失礼します')).toEqual([]);
  expect(
    termsIn('Работаем над выведением из равновесия и самостраховкой', 'ru', 'en', GLOSSARY),
  ).toMatchObject([
    { id: 'kuzushi', target: 'Breaking balance' },
    { id: 'ukemi', target: 'Ukemi, breakfall' },
  ]);
});

test('a translation lacks a word until it is said in one of its ways', () => {
  const met = termsIn('内股は崩しから', 'ja', 'ru', GLOSSARY);
  const lacking = (text: string) => missingTerms(met, text, 'ru', GLOSSARY).map(({ id }) => id);
  expect(lacking('')).toEqual([]);
  expect(lacking('Начинаем с броска')).toEqual(['Uchi-mata', 'kuzushi']);
  expect(lacking('Учи-мата начинается с кудзуси')).toEqual([]);
  expect(lacking('Ути-мату начинают с выведения из равновесия')).toEqual([]);
});
