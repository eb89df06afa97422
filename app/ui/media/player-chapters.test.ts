import { expect, it } from 'vitest';
import { authored } from '~/i18n/content';
import { playerChapters } from './player-chapters';

const names = {
  ...{ kanji: '内股', kana: 'うちまた', romaji: 'Uchi-mata' },
  ...{ cyrillic: 'Учи-мата', polivanov: 'Ути-мата' },
};
const techniques = new Map([['uchi-mata', { names }]]);
const parts = [
  { startMs: 0, title: authored('ja', { ja: '導入', ru: 'Введение' }), techniqueId: null },
  { startMs: 61_500, title: authored('ja', { ja: '技' }), techniqueId: 'uchi-mata' },
  { startMs: 90_000, title: authored('ja', { ja: '技' }), techniqueId: 'unknown' },
];

it('names techniques in the reader’s script', () => {
  const shown = (['kk', 'ru', 'ja', 'en'] as const).map(
    (lang) => playerChapters(parts, techniques, lang)[1]?.technique,
  );
  expect(shown).toEqual(['Учи-мата', 'Учи-мата', '内股', 'Uchi-mata']);
});

it('says in which language a title is, where it is not the reader’s', () => {
  expect(playerChapters(parts, techniques, 'ru')).toEqual([
    { startSec: 0, title: 'Введение', lang: null, technique: null },
    { startSec: 61.5, title: '技', lang: 'ja', technique: 'Учи-мата' },
    { startSec: 90, title: '技', lang: 'ja', technique: null },
  ]);
});
