import { z } from 'zod';
import { S3_NAMES, type S3Access, s3Access, s3Fields, s3Problems } from './s3-access';

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');
const port = z.coerce.number().int().min(0).max(65535);

const MUX = [
  'MUX_TOKEN_ID',
  'MUX_TOKEN_SECRET',
  'MUX_WEBHOOK_SECRET',
  'MUX_SIGNING_KEY_ID',
  'MUX_SIGNING_KEY',
];

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./var'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  DEMO: flag.optional(),
  EMBEDDED_DATABASE: flag.default(false),
  VIDEO_PROVIDER: z.enum(['local', 'mux']).default('local'),
  MUX_TOKEN_ID: z.string().optional(),
  MUX_TOKEN_SECRET: z.string().optional(),
  MUX_WEBHOOK_SECRET: z.string().optional(),
  MUX_SIGNING_KEY_ID: z.string().optional(),
  MUX_SIGNING_KEY: z.string().optional(),
  MUX_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  ...s3Fields,
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an smtp:// or smtps:// address')
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  FFMPEG_PATH: z.string().min(1).optional(),
  KEYS_DIR: z.string().min(1).optional(),
  CLAMD_URL: z
    .string()
    .regex(/^tcp:\/\/([\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i, 'must be such as tcp://127.0.0.1:3310')
    .optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEV: flag.default(false),
});

/** How the Mux service is reached; addresses are without a trailing slash. */
export type MuxAccess = {
  tokenId: string;
  tokenSecret: string;
  webhookSecret: string;
  signingKeyId: string;
  /** An RSA key in PEM, or that in base64. */
  signingKey: string;
  baseUrl: string;
  streamUrl: string;
  imageUrl: string;
  /** What pages may load from, for their security policy; segments come from changing hosts. */
  mediaSources: string;
  imageSources: string;
};

export type Config = {
  host: string;
  port: number;
  /** Without a trailing slash. */
  publicUrl: string;
  secure: boolean;
  dataDir: string;
  keysDir: string;
  databaseUrl: string;
  demo: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  /** Null: a key is made once and kept in `keysDir`. */
  secretKey: string | null;
  metricsToken: string | null;
  ffmpegPath: string;
  /** Where published recordings are to play from, as far as their people agreed. */
  videoProvider: 'local' | 'mux';
  /** Null without its keys. With local video they serve recordings that are still to be moved back. */
  mux: MuxAccess | null;
  /** Where files are kept; null: in `dataDir`. */
  s3: S3Access | null;
  /** Where files from outside are looked at for viruses; null: nowhere. */
  clamd: { host: string; port: number } | null;
  trustProxy: number;
  logLevel: string;
  dev: boolean;
};

/** The environment cannot be used; every line of the message names a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const unknownNames = (env: Record<string, string | undefined>) =>
  Object.keys(env).filter(
    (name) =>
      (/^MUX_/.test(name) && ![...MUX, 'MUX_BASE_URL'].includes(name)) ||
      (/^S3_/.test(name) && !S3_NAMES.includes(name)),
  );

/** Half-set combinations: names whose presence needs others. */
function combinationProblems(env: Record<string, string | undefined>): string[] {
  const problems = unknownNames(env).map((name) => `${name}: is not a variable of Shihan`);
  if (env.MAIL_FROM && !env.SMTP_URL) problems.push('MAIL_FROM: has no effect without SMTP_URL');
  if (env.SMTP_URL && !env.MAIL_FROM) problems.push('MAIL_FROM: is needed with SMTP_URL');
  const demoWanted = env.DEMO === '1' || env.DEMO === 'true';
  const local =
    !env.PUBLIC_URL || /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(env.PUBLIC_URL);
  if (!local && !env.SECRET_KEY && !demoWanted)
    problems.push('SECRET_KEY: is needed with a public PUBLIC_URL');
  return [...problems, ...s3Problems(env), ...muxProblems(env)];
}

function muxProblems(env: Record<string, string | undefined>): string[] {
  const isWanted = env.VIDEO_PROVIDER === 'mux' || MUX.some((name) => env[name]) || env.MUX_BASE_URL;
  if (!isWanted) return [];
  const why = env.VIDEO_PROVIDER === 'mux' ? 'VIDEO_PROVIDER=mux' : 'the other MUX_ variables';
  const missing = MUX.filter((name) => !env[name]).map((name) => `${name}: is needed with ${why}`);
  return env.MUX_SIGNING_KEY && !/-----BEGIN/.test(pemOf(env.MUX_SIGNING_KEY))
    ? [...missing, 'MUX_SIGNING_KEY: must be a private key in PEM, or that in base64']
    : missing;
}

const pemOf = (key: string): string =>
  key.trim().startsWith('-----BEGIN') ? key : Buffer.from(key, 'base64').toString('utf8');

/** Empty strings count as not set. Throws ConfigError. */
export function parseEnvironment(raw: Record<string, string | undefined>): Config {
  const env = Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(env);
  const problems = combinationProblems(env);
  if (!parsed.success) {
    problems.unshift(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(`The environment cannot be used:\n  ${problems.join('\n  ')}`);
  }
  return toConfig(parsed.data);
}

/** Another address for the service stands for all its hosts. */
function muxHosts(base: string | undefined) {
  if (base === undefined)
    return {
      baseUrl: 'https://api.mux.com',
      streamUrl: 'https://stream.mux.com',
      imageUrl: 'https://image.mux.com',
      mediaSources: 'https://*.mux.com',
      imageSources: 'https://image.mux.com',
    };
  const baseUrl = base.replace(/\/+$/, '');
  const { origin } = new URL(baseUrl);
  return {
    ...{ baseUrl, streamUrl: `${baseUrl}/stream`, imageUrl: `${baseUrl}/image` },
    ...{ mediaSources: origin, imageSources: origin },
  };
}

function muxAccess(env: z.infer<typeof schema>): MuxAccess | null {
  const { MUX_TOKEN_ID: tokenId, MUX_TOKEN_SECRET: tokenSecret, MUX_WEBHOOK_SECRET: webhookSecret } = env;
  const { MUX_SIGNING_KEY_ID: signingKeyId, MUX_SIGNING_KEY: signingKey } = env;
  if (!tokenId || !tokenSecret || !webhookSecret || !signingKeyId || !signingKey) return null;
  return { tokenId, tokenSecret, webhookSecret, signingKeyId, signingKey, ...muxHosts(env.MUX_BASE_URL) };
}

function clamdAddress(url: string | undefined): Config['clamd'] {
  const [, host, bracketed, port] = /^tcp:\/\/(?:\[(.+)\]|(.+)):(\d+)$/.exec(url ?? '') ?? [];
  return port ? { host: host ?? bracketed ?? '', port: Number(port) } : null;
}

function toConfig(env: z.infer<typeof schema>): Config {
  const publicUrl = (
    env.PUBLIC_URL ?? `http://${env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST}:${env.PORT}`
  ).replace(/\/+$/, '');
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl,
    secure: publicUrl.startsWith('https://'),
    dataDir: env.DATA_DIR,
    keysDir: env.KEYS_DIR ?? `${env.DATA_DIR}/keys`,
    databaseUrl: env.DATABASE_URL,
    demo: env.DEMO ?? env.EMBEDDED_DATABASE,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'Shihan <no-reply@localhost>',
    secretKey: env.SECRET_KEY ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    ffmpegPath: env.FFMPEG_PATH ?? 'ffmpeg',
    videoProvider: env.VIDEO_PROVIDER,
    mux: muxAccess(env),
    s3: s3Access(env),
    clamd: clamdAddress(env.CLAMD_URL),
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    dev: env.DEV,
  };
}
