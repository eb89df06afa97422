import { z } from 'zod';

/** What stands in the first entry of every backup. */
export const FORMAT = 'shihan-backup 1';

/** A reason for people: the command prints it and stops. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

const identifier = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);
const amount = z.object({ count: z.int().min(0), bytes: z.int().min(0) });

export const shapeSchema = z.object({
  migrations: z.array(z.object({ name: z.string().regex(/^[\w-]+$/), checksum: z.string() })),
  tables: z.array(z.object({ name: identifier, columns: z.array(identifier).min(1) })),
  sequences: z.array(
    z.object({ name: identifier, last: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
});
/** The tables with their columns, in the order in which they are written. */
export type DatabaseShape = z.infer<typeof shapeSchema>;

/** `manifest.json`, the first entry. */
export const manifestSchema = shapeSchema.extend({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  site: z.string(),
  /** Whether masters and what is packaged from them are in it. */
  hasVideo: z.boolean(),
  files: amount,
  leftOut: amount,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** `summary.json`, the last entry: what the backup really holds. */
export const summarySchema = z.object({
  /** Rows of each table. */
  rows: z.record(identifier, z.int().min(0)),
  jobs: z.int().min(0),
  keys: z.int().min(0),
  files: amount,
});
export type Summary = z.infer<typeof summarySchema>;

/** `left-out.json`: the masters and what is packaged from them, when they are not in the backup. */
export const leftOutSchema = z.array(z.object({ key: z.string(), bytes: z.int() }));

/** Folders of the archive. */
export const PLACES = { keys: 'keys/', database: 'database/', jobs: 'jobs/', files: 'files/' } as const;

/** Masters, added sounds, and what is packaged from them: large, and not part of a backup unless it is wished. */
export const isVideo = (key: string): boolean => /^(masters|media|sounds)\//.test(key);

/** What a local storage writes before a file appears under its key. */
export const isHalfWritten = (key: string): boolean => /\.[0-9a-f-]{36}\.part$/.test(key);

/** Tells how far long work is; `done` of `total` bytes when the end is known. */
export type Progress = (what: string, done?: number, total?: number) => void;
