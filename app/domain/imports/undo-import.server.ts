import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listBuiltOn } from './data/built-on.server';
import { changeImport, deleteImport, type ImportRecord } from './data/imports.server';
import { countMade } from './data/made.server';
import { openImport } from './data/open-import.server';
import { removeFile } from './data/sealed-file.server';
import { removeImportedJob } from './jobs.server';
import type { BuiltOn } from './rules/built-on';
import { stageOf } from './rules/stage';

/** People whom a refusal names. */
const NAMED = 5;

const CODES = {
  joined: 'imports.built-on-joined',
  account: 'imports.built-on-account',
  evidence: 'imports.built-on-evidence',
  renewal: 'imports.built-on-renewal',
  decision: 'imports.built-on-decision',
  certificate: 'imports.built-on-certificate',
  import: 'imports.built-on-import',
  proposal: 'imports.built-on-proposal',
  reminder: 'imports.built-on-reminder',
  other: 'imports.built-on-other',
} as const satisfies Record<BuiltOn, string>;

/** Throws `imports.built-on-…` with the names. */
async function requireUntouched(tx: Ctx, importId: string): Promise<void> {
  const built = await listBuiltOn(tx, importId);
  const [first] = built;
  if (!first) return;
  const names = built.filter(({ kind }) => kind === first.kind).map(({ name }) => name);
  const shown = names.slice(0, NAMED).join('; ');
  throw new DomainError('conflict', CODES[first.kind], {
    params: { names: names.length > NAMED ? `${shown}; …` : shown, count: names.length },
  });
}

async function undoWritten(tx: Ctx, { id, result }: ImportRecord): Promise<void> {
  await requireUntouched(tx, id);
  const made = await countMade(tx, id);
  await changeImport(tx, id, {
    ...{ undoneBy: tx.actor?.accountId ?? null, undoneAt: tx.clock.now() },
    ...{ done: 0, total: made.rows, ...(result ? { result: { ...result, refused: null } } : {}) },
  });
  await tx.jobs.enqueue(removeImportedJob, { importId: id }, { singletonKey: id });
  await recordAct(tx, { act: 'imports.undone', subject: { type: 'import', id }, detail: made });
}

/**
 * Takes an import back: one that is not confirmed is thrown away at once; what a written one made is removed by a job, as
 * long as nothing else rests on it. Only the audit stays. Throws `imports.not-found`, `imports.still-writing`,
 * `imports.built-on-…`.
 */
export async function undoImport(ctx: Ctx, { importId }: { importId: string }): Promise<{ isGone: boolean }> {
  const isGone = await inTransaction(ctx, async (tx) => {
    const record = await openImport(tx, importId, { lock: true });
    const stage = stageOf(record);
    if (stage === 'undoing') return false;
    if (stage === 'writing') throw new DomainError('conflict', 'imports.still-writing');
    if (stage === 'written') {
      await undoWritten(tx, record);
      return false;
    }
    await deleteImport(tx.db, importId);
    await recordAct(tx, {
      act: 'imports.thrown-away',
      subject: { type: 'import', id: importId },
      detail: { rows: record.total },
    });
    return true;
  });
  if (isGone) await removeFile(ctx, importId);
  return { isGone };
}
