import { listCountable } from '~/domain/frameworks/list-countable.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import {
  findEquivalence,
  insertAct,
  lockConfirmed,
  lockEquivalence,
  type NewAct,
} from './data/equivalences.server';
import { type DecideInput, decideSchema } from './inputs';
import { mayRule } from './policy';
import { equivalenceState, obstacle } from './rules/state';
import { succession } from './rules/succession';
import type { EquivalenceRow } from './types';

/**
 * Another registrar confirms a proposed equivalence, which counts from its first day, but not before today, or refuses
 * it; its author withdraws it; a registrar ends one in force, which counts no more from today on. What was decided while
 * it counted stays. A confirmation ends the one before it of the same pair. The same act sent again changes nothing. Locks: equivalence, those of its pair, content version, audit head. Throws
 * `equivalences.not-found`, `equivalences.may-not-rule`, `equivalences.rules-changed`, `equivalences.over`, `equivalences.pair-open`, and the
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
    if (after === 'confirmed') await endOthers(tx, row, level, made);
    if (after === 'confirmed' || after === 'ended') await raiseContentVersion(tx);
    const { external, counts } = row;
    await recordAct(tx, {
      act: `equivalences.${after}`,
      subject: { type: 'equivalence', id: row.id },
      detail: { external, level: level.slug, counts, effectiveOn, note },
    });
  });
}

/** A successor ends the one before it, whose last day is the day before. */
async function endOthers(
  tx: Ctx,
  row: EquivalenceRow,
  level: Level,
  { actorId, note, effectiveOn }: Pick<NewAct, 'actorId' | 'note' | 'effectiveOn'>,
): Promise<void> {
  const others = (await lockConfirmed(tx.db, row)).filter(({ id }) => id !== row.id);
  for (const other of others) {
    const means = succession(other, effectiveOn);
    if (means === 'conflict') throw new DomainError('conflict', 'equivalences.pair-open');
    if (means === 'nothing') continue;
    const end = { equivalenceId: other.id, act: 'end' as const, actorId, note, effectiveOn };
    await insertAct(tx.db, { ...end, recordedAt: tx.clock.now() });
    await recordAct(tx, {
      act: 'equivalences.ended',
      subject: { type: 'equivalence', id: other.id },
      detail: { external: other.external, level: level.slug, effectiveOn, successor: row.id },
    });
  }
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
