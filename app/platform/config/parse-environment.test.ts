import { expect, test } from 'vitest';
import { ConfigError, parseEnvironment } from './parse-environment';

const base = { DATABASE_URL: 'postgresql://u:p@127.0.0.1/db' };

const mux = {
  MUX_TOKEN_ID: 'id',
  MUX_TOKEN_SECRET: 'secret',
  MUX_WEBHOOK_SECRET: 'webhooks',
  MUX_SIGNING_KEY_ID: 'key',
  MUX_SIGNING_KEY: Buffer.from('-----BEGIN PRIVATE KEY-----').toString('base64'),
};

const s3 = {
  STORAGE: 's3',
  S3_REGION: 'eu-central-1',
  S3_BUCKET: 'shihan-files',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'very-secret-words',
};

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
  ['S3_BUCKET', { ...base, S3_BUCKET: 'shihan-files' }],
  ['S3_SECRET_ACCESS_KEY', { ...base, ...s3, STORAGE: 'local' }],
  ['S3_REGION', { ...base, STORAGE: 's3' }],
  ['S3_SECRET_ACCESS_KEY', { ...base, ...s3, S3_SECRET_ACCESS_KEY: '' }],
  ['S3_BUCKET', { ...base, ...s3, S3_BUCKET: 'Not A Bucket' }],
  ['S3_ENDPOINT', { ...base, ...s3, S3_ENDPOINT: 'ftp://files' }],
  ['S3_ENDPOINT', { ...base, ...s3, S3_ENDPOINT: 'https://files.example/shihan-files' }],
  ['STORAGE', { ...base, STORAGE: 'tape' }],
  ['MUX_SIGNING_KEY', { ...base, VIDEO_PROVIDER: 'mux', ...mux, MUX_SIGNING_KEY: '' }],
  ['MUX_SIGNING_KEY', { ...base, ...mux, MUX_SIGNING_KEY: 'not a key' }],
  ['MUX_TOKEN_ID', { ...base, VIDEO_PROVIDER: 'mux' }],
  ['MUX_TOKEN_SECRET', { ...base, MUX_TOKEN_ID: 'x' }],
  ['MUX_WEBHOOK_SECRET', { ...base, MUX_BASE_URL: 'http://127.0.0.1:1' }],
  ['MUX_BASE_URL', { ...base, ...mux, MUX_BASE_URL: 'ftp://mux' }],
  ['VIDEO_PROVIDER', { ...base, VIDEO_PROVIDER: 'youtube' }],
])('names %s', (name, env) => {
  expect(problem(env)).toContain(`${name}: `);
});

test('Mux is used with all its keys, and kept for what is still there without being wanted', () => {
  expect(parseEnvironment(base)).toMatchObject({ videoProvider: 'local', mux: null });
  expect(parseEnvironment({ ...base, ...mux, VIDEO_PROVIDER: 'mux' })).toMatchObject({
    videoProvider: 'mux',
    mux: { baseUrl: 'https://api.mux.com', streamUrl: 'https://stream.mux.com' },
  });
  expect(parseEnvironment({ ...base, ...mux, MUX_BASE_URL: 'http://127.0.0.1:4100/' })).toMatchObject({
    videoProvider: 'local',
    mux: { streamUrl: 'http://127.0.0.1:4100/stream', mediaSources: 'http://127.0.0.1:4100' },
  });
});

test('a bucket is used with all its keys, which no message shows', () => {
  expect(parseEnvironment(base).s3).toBeNull();
  const access = { region: 'eu-central-1', bucket: 'shihan-files', accessKeyId: 'key' };
  expect(parseEnvironment({ ...base, ...s3 }).s3).toMatchObject({ ...access, endpoint: null });
  const elsewhere = { ...base, ...s3, S3_ENDPOINT: 'http://127.0.0.1:9000' };
  expect(parseEnvironment(elsewhere).s3).toMatchObject({ endpoint: 'http://127.0.0.1:9000' });
  const half = problem({ ...base, ...s3, S3_REGION: '', S3_ENDPOINT: 'https://me:very-secret-words@files' });
  expect(half).toContain('S3_REGION: ');
  expect(half).not.toContain('very-secret-words');
});

test('other programs may have variables of their own', () => {
  expect(problem({ ...base, AWS_REGION: 'x', S3RVER: 'x', HOME: '/root' })).toBe('');
});
