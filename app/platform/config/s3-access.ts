import { z } from 'zod';

/** How a bucket is reached. */
export type S3Access = {
  /** Null: AWS itself. */
  endpoint: string | null;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const NEEDED = ['S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];

export const S3_NAMES = ['S3_ENDPOINT', ...NEEDED];

/** The bucket has a variable of its own, so an address names nothing but the service. */
const isOrigin = (text: string): boolean => {
  const { pathname, search, hash, username, password } = new URL(text);
  return pathname === '/' && `${search}${hash}${username}${password}` === '';
};

export const s3Fields = {
  STORAGE: z.enum(['local', 's3']).default('local'),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, abort: true })
    .refine(isOrigin, 'must be the address of a service, without a bucket, a path or keys')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be the name of a region, such as eu-central-1')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
};

const schema = z.object(s3Fields);

/** Half-set combinations; each line names a variable and never shows its content. */
export function s3Problems(env: Record<string, string | undefined>): string[] {
  if (env.STORAGE === 's3')
    return NEEDED.filter((name) => !env[name]).map((name) => `${name}: is needed with STORAGE=s3`);
  return S3_NAMES.filter((name) => env[name]).map((name) => `${name}: has no effect without STORAGE=s3`);
}

/** Null: files lie on this machine. */
export function s3Access(env: z.output<typeof schema>): S3Access | null {
  const { S3_REGION: region, S3_BUCKET: bucket } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (env.STORAGE !== 's3' || !region || !bucket || !accessKeyId || !secretAccessKey) return null;
  return { endpoint: env.S3_ENDPOINT ?? null, region, bucket, accessKeyId, secretAccessKey };
}
