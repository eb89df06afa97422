import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { sha256 } from '~/platform/secrets.server';
import { MOST_BYTES, MOST_FILES } from '../inputs';
import { scanFile } from '../providers/scan-file.server';
import { fileName } from '../rules/file-name';
import { fileTypeOf } from '../rules/file-type';
import type { ClaimFile } from '../types';

type Sent = { name: string; bytes: Uint8Array };

export type CheckedFile = { file: ClaimFile; content: Uint8Array };

const refused = (code: `claims.${string}`, params: Record<string, string | number> = {}): DomainError =>
  new DomainError('invalid', code, { field: 'files', params });

/** Longest part of a name that a message repeats. */
const shown = (name: string): string => [...name.toWellFormed()].slice(0, 60).join('') || '?';

function check({ name, bytes }: Sent): CheckedFile {
  if (bytes.length === 0) throw refused('claims.empty-file', { name: shown(name) });
  if (bytes.length > MOST_BYTES)
    throw refused('claims.file-too-large', { name: shown(name), most: MOST_BYTES / 1_000_000 });
  const type = fileTypeOf(bytes);
  if (!type) throw refused('claims.wrong-type', { name: shown(name) });
  const file = { id: newId(), name: fileName(name, type), type, bytes: bytes.length, sha256: sha256(bytes) };
  return { file, content: bytes };
}

async function scan(ctx: Ctx, { file, content }: CheckedFile): Promise<void> {
  if (!ctx.config.clamd) return;
  const answer = await scanFile(ctx.config.clamd, content).catch((error: unknown) => {
    ctx.log.warn({ err: error instanceof Error ? error.message : String(error) }, 'no virus scan');
    throw new DomainError('conflict', 'claims.scan-unavailable');
  });
  if (answer === 'infected') throw refused('claims.infected', { name: shown(file.name) });
}

/**
 * What each file really is, and that none is known to do harm. Throws `claims.no-file`, `claims.too-many-files`,
 * `claims.empty-file`, `claims.file-too-large`, `claims.wrong-type`, `claims.infected`, `claims.scan-unavailable`.
 */
export async function checkFiles(ctx: Ctx, sent: readonly Sent[]): Promise<CheckedFile[]> {
  if (sent.length === 0) throw refused('claims.no-file');
  if (sent.length > MOST_FILES) throw refused('claims.too-many-files', { most: MOST_FILES });
  const checked = sent.map(check);
  for (const each of checked) await scan(ctx, each);
  return checked;
}
