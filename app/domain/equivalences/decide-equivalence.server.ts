import { listCountable } from '~/domain/frameworks/list-countable.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { findEquivalence, insertAct, lockEquivalence } from './data/equivalences.server';
import { type DecideInput, decideSchema } from './inputs';
import { mayRule } from './policy';
import { equivalenceState, obstacle } from './rules/state';
import type { EquivalenceRow } from './types';

/**
 * Another registrar confirms a proposed equivalence, which counts from its first day, but not before today, or refuses
 * it; its author withdraws it; a registrar ends one in force, which counts no more from today on. What was decided while
 * it counted stays. The same act sent again changes nothing. Locks: equivalence, content version, audit head. Throws
 * `equivalences.not-found`, `equivalences.may-not-rule`, `equivalences.rules-changed`, `equivalences.over`, and the
 * obstacles of rules/state.ts.
 */
export async function decideEquivalence(ctx: Ctx, input: DecideInput): Promise<void> {
  const { actor } = ctx;
  const { equivalenceId, act, note } = decideSchema.parse(input);
  const levels = await listLevels(ctx);
  const known = isId(equivalenceId) ? await findEquivalence(ctx.db, equivalenceId) : null;
  const level = levels.find(({ id }) => id === known?.levelId);
  if (!level) throw new DomainError('not-found', 'equivalences.not-found');
  if (!actor || !mayRule(actor, level.framework.path))
    throw new DomainError('forbidden', 'equivalences.may-not-rule');
  await inTransaction(ctx, async (tx) => {
    const row = await lockEquivalence(tx.db, equivalenceId);
    if (!row) throw new DomainError('not-found', 'equivalences.not-found');
    const last = row.acts.at(-1);
    if (last?.act === act && last.actorId === actor.accountId) return;
    const problem = obstacle(act, row, actor.accountId);
    if (problem) throw new DomainError('conflict', problem);
    const effectiveOn = await firstDay(tx, level, row, act);
    const made = { equivalenceId, act, actorId: actor.accountId, note, effectiveOn };
    await insertAct(tx.db, { ...made, recordedAt: tx.clock.now() });
    const after = equivalenceState([...row.acts, { act }]);
    if (after === 'confirmed' || after === 'ended') await raiseContentVersion(tx);
    const { external, counts } = row;
    await recordAct(tx, {
      act: `equivalences.${after}`,
      subject: { type: 'equivalence', id: row.id },
      detail: { external, level: level.slug, counts, effectiveOn, note },
    });
  });
}

/** From when the act counts. A confirmation never reaches back, and names only what the rules ask for today. */
async function firstDay(
  tx: Ctx,
  level: Level,
  { counts, validFrom, validUntil }: EquivalenceRow,
  act: DecideInput['act'],
): Promise<LocalDate> {
  const today = tx.clock.today(level.framework.zone);
  if (act !== 'confirm') return today;
  const keys = (await listCountable(tx, { level })).map(({ key }) => key);
  if (!counts.every((key) => keys.includes(key)))
    throw new DomainError('conflict', 'equivalences.rules-changed');
  if (validUntil && validUntil < today) throw new DomainError('conflict', 'equivalences.over');
  return validFrom > today ? validFrom : today;
}
