import { expect, test } from 'vitest';
import { ConfigError, parseEnvironment } from './parse-environment';

const base = { DATABASE_URL: 'postgresql://u:p@127.0.0.1/db' };

const problem = (env: Record<string, string>): string => {
  try {
    parseEnvironment(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

test('defaults', () => {
  const config = parseEnvironment(base);
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    demo: false,
    secure: false,
  });
});

test('the demo is on with the embedded database, unless something else is said', () => {
  expect(parseEnvironment({ ...base, EMBEDDED_DATABASE: '1' }).demo).toBe(true);
  expect(parseEnvironment({ ...base, EMBEDDED_DATABASE: '1', DEMO: '0' }).demo).toBe(false);
});

test('an empty variable counts as not set', () => {
  expect(parseEnvironment({ ...base, SMTP_URL: '', PORT: '' }).port).toBe(3000);
});

test.each([
  ['PORT', { ...base, PORT: 'abc' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ['DATABASE_URL', {}],
  ['SECRET_KEY', { ...base, SECRET_KEY: 'short' }],
  ['SECRET_KEY', { ...base, PUBLIC_URL: 'https://shihan.example' }],
  ['MAIL_FROM', { ...base, SMTP_URL: 'smtp://127.0.0.1' }],
  ['MAIL_FROM', { ...base, MAIL_FROM: 'a@b.kz' }],
  ['MUX_TOKEN', { ...base, MUX_TOKEN: 'x' }],
  ['S3_BUCKIT', { ...base, S3_BUCKIT: 'x' }],
  ['VIDEO_PROVIDER', { ...base, VIDEO_PROVIDER: 'youtube' }],
])('names %s', (name, env) => {
  expect(problem(env)).toContain(`${name}: `);
});

test('other programs may have variables of their own', () => {
  expect(problem({ ...base, AWS_REGION: 'x', S3RVER: 'x', HOME: '/root' })).toBe('');
});
