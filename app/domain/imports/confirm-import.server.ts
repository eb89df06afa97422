import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { changeImport } from './data/imports.server';
import { openImport } from './data/open-import.server';
import { countPairs } from './data/pairs.server';
import { countVerdicts } from './data/rows.server';
import { writeRowsJob } from './jobs.server';
import { stageOf } from './rules/stage';

/**
 * The registrar confirms what the check found; a job writes it. Rows with an error or an open question are left out.
 * Confirmed twice, it is confirmed once. Throws `imports.not-found`, `imports.not-checked`.
 */
export async function confirmImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await openImport(tx, importId, { lock: true });
    const stage = stageOf(record);
    if (stage === 'writing' || stage === 'written') return;
    if (stage !== 'checked') throw new DomainError('conflict', 'imports.not-checked');
    const found = await countVerdicts(tx, importId);
    const { undecidedRows } = await countPairs(tx, importId);
    await changeImport(tx, importId, {
      confirmedBy: tx.actor?.accountId ?? null,
      confirmedAt: tx.clock.now(),
      ...{ done: 0, total: found.new + found.adds },
    });
    await tx.jobs.enqueue(writeRowsJob, { importId }, { singletonKey: importId });
    await recordAct(tx, {
      act: 'imports.confirmed',
      subject: { type: 'import', id: importId },
      detail: { ...found, undecided: undecidedRows },
    });
  });
}
