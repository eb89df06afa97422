import { expect, test } from 'vitest';
import { z } from 'zod';
import { translator } from '~/i18n/translate';
import { checkbox, line, localDate, optionalLine, paragraphs } from '~/platform/input';
import { parseForm, readFormData } from './read-form.server';

const schema = z.object({
  name: line(20),
  note: paragraphs(50),
  phone: optionalLine(20),
  on: localDate,
  agreed: checkbox,
});

const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
};

const parse = (values: Record<string, string>) => parseForm(formOf(values), schema, '', translator('ru'));

test('a good form', () => {
  const parsed = parse({ name: '  Әлия ', note: 'a\r\nb', on: '2026-11-23', agreed: 'on' });
  expect(parsed).toEqual({
    ok: true,
    input: { name: 'Әлия', note: 'a\nb', phone: '', on: '2026-11-23', agreed: true },
  });
});

test('every wrong field has its own words, and what was typed is kept, but never a password', () => {
  const parsed = parse({ name: 'x'.repeat(21), on: '2026-02-30', password: 'secret' });
  if (parsed.ok) throw new Error('It should be refused');
  expect(parsed.state.errors.name).toEqual(['Можно не больше 20 символов']);
  expect(parsed.state.errors.on).toEqual(['Введите дату']);
  expect(parsed.state.values).toMatchObject({ name: 'x'.repeat(21), on: '2026-02-30' });
  expect(parsed.state.values).not.toHaveProperty('password');
});

test('missing, empty and dirty', () => {
  const parsed = parse({ name: '   ', on: '', note: 'a\u0000b' });
  if (parsed.ok) throw new Error('It should be refused');
  expect(parsed.state.errors.name?.[0]).toBe('Заполните это поле');
  expect(parsed.state.errors.on).toHaveLength(1);
  expect(parsed.state.errors.note?.[0]).toContain('служебные');
});

test.each([
  ['JSON', 'application/json', '{}'],
  ['no type', '', 'a=b'],
  ['broken multipart', 'multipart/form-data; boundary=x', 'nonsense'],
  ['multipart without boundary', 'multipart/form-data', 'a'],
])('refuses what is no form: %s', async (_what, type, body) => {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: type ? { 'content-type': type } : {},
  });
  await expect(readFormData(request)).rejects.toMatchObject({ kind: 'invalid', code: 'shell.not-a-form' });
});
