import { expect, test } from 'vitest';
import { passwordProblem } from './password-rules';

test.each([
  'Password123',
  '1234567890',
  'aaaaaaaaaaaa',
  'abababababab',
  'qwertyuiop',
  'ЙЦУКЕН12345',
  'ｐａｓｓｗｏｒｄ１２３',
  'bcdefghijklm',
])('%s is too common', (password) => expect(passwordProblem(password, [])).toBe('access.password-common'));

test.each([
  ['aigul.dosova@example.kz', ['aigul.dosova@example.kz']],
  ['Aigul.Dosova2024', ['aigul.dosova@example.kz']],
  ['Жұмабеков1990', ['Жұмабеков']],
])('%s is personal', (password, known) =>
  expect(passwordProblem(password, known)).toBe('access.password-personal'),
);

test.each(['shihan-demo', 'четыре белых лошади', 'たたみのうえのさくら', 'correct horse battery'])(
  '%s will do',
  (password) => expect(passwordProblem(password, ['coach@demo.test', 'Демо', 'Тренер'])).toBeNull(),
);
