import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { openImport } from './data/open-import.server';
import { savePairDecision } from './data/pairs.server';
import { decidePairsSchema, type PairDecision } from './inputs';
import { stageOf } from './rules/stage';

/**
 * The registrar says of pairs whether they are one person; it can be said anew until the import is confirmed. Throws
 * `imports.not-found`, `imports.too-late`.
 */
export async function decidePairs(
  ctx: Ctx,
  input: { importId: string; decisions: readonly { pairId: string; decision: PairDecision }[] },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await openImport(tx, input.importId, { lock: true });
    const { importId, decisions } = decidePairsSchema.parse(input);
    if (stageOf(record) !== 'checked') throw new DomainError('conflict', 'imports.too-late');
    for (const decision of decisions) await savePairDecision(tx, importId, decision);
    await recordAct(tx, {
      act: 'imports.pairs-decided',
      subject: { type: 'import', id: importId },
      detail: { decided: decisions.length },
    });
  });
}
