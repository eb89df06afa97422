import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CheckboxField, Field, RadioGroup, SelectField, TextAreaField } from './field';
import { Form } from './form';
import { ViewProvider } from './use-t';

const facts = {
  lang: 'ru',
  path: '/',
  search: '',
  demo: false,
  actor: null,
  flash: null,
  nonce: null,
} as const;

const render = (page: React.ReactNode): string =>
  renderToStaticMarkup(<ViewProvider facts={facts}>{page}</ViewProvider>);

const sent = {
  intent: '',
  values: {
    email: 'coach@',
    password: 'secret',
    about: 'kept <b>',
    level: '2',
    agree: 'on',
    answer: ['b', 'c'],
  },
  errors: { email: ['Неверный адрес'] },
};

describe('a form that was sent back', () => {
  const html = render(
    <Form state={sent}>
      <Field name="email" label="Почта" type="email" hint="Как в приглашении" />
      <Field name="password" label="Пароль" type="password" />
      <TextAreaField name="about" label="О себе" required={false} />
      <SelectField
        name="level"
        label="Уровень"
        options={[
          { value: '1', label: 'A' },
          { value: '2', label: 'B' },
        ]}
      />
      <CheckboxField name="agree" label="Согласие" />
      <RadioGroup
        name="answer"
        label="Ответ"
        multiple
        options={['a', 'b', 'c'].map((value) => ({ value, label: value }))}
      />
    </Form>,
  );

  test('keeps what was typed, escaped', () => {
    expect(html).toContain('value="coach@"');
    expect(html).toContain('kept &lt;b&gt;');
    expect(html).toMatch(/<option value="2" selected=""/);
    expect(html.match(/checked=""/g)).toHaveLength(3);
  });

  test('never gives a password back', () => {
    expect(html).not.toContain('secret');
  });

  test('ties hint and error to the field and links to it from the summary', () => {
    expect(html).toContain('aria-invalid="true" aria-describedby="f-email-hint f-email-error"');
    expect(html).toContain('id="f-email-error"');
    expect(html).toContain('href="#f-email"');
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/);
  });

  test('has no style attribute', () => {
    expect(html).not.toContain('style=');
  });
});

test('two forms of one page have different ids', () => {
  const html = render(
    <>
      <Form intent="rename">
        <Field name="name" label="Имя" />
      </Form>
      <Form intent="invite">
        <Field name="name" label="Имя" />
      </Form>
    </>,
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['f-rename-name', 'f-invite-name']);
});

test('a field that may stay empty says so', () => {
  expect(render(<Field name="note" label="Заметка" required={false} />)).toContain('(необязательно)');
});
