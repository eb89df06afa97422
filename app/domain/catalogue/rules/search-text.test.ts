import { expect, test } from 'vitest';
import { authored } from '~/i18n/content';
import { foldText, queryWords, searchTextOf } from './search-text';

test('folds case, width, kana, ё and punctuation', () => {
  expect(foldText('Укэми: «Ёжик»')).toBe('укэми ежик');
  expect(foldText('ＵＫＥＭＩ　ウケミ')).toBe('ukemi うけみ');
  expect(foldText('Ұстау, Қауіпсіз')).toBe('ұстау қауіпсіз');
});

test('wildcards of LIKE are no letters', () => {
  expect(queryWords('100% _a_')).toEqual(['100', 'a']);
});

test('holds every language once', () => {
  expect(searchTextOf([authored('en', { en: 'Safe falling', ja: '受身' })])).toBe('受身 safe falling');
});
