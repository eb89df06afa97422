import { expect, test } from 'vitest';
import { authored } from '~/i18n/content';
import { withMachine } from './marked';

test('a machine is named where it wrote, never for the original, and not after a review', () => {
  const text = authored('ru', { ru: 'р', kk: 'қ', ja: '日', en: 'e' }, ['kk']);
  const origins = (machine: ('kk' | 'ru' | 'ja')[]) => {
    const { ru, kk, ja, en } = withMachine(text, machine);
    return [ru, kk, ja, en].map((each) => each?.origin);
  };
  expect(origins(['kk', 'ja', 'ru'])).toEqual(['author', 'machine', 'machine', 'author']);
  expect(origins([])).toEqual(['author', 'reviewed', 'author', 'author']);
});
