import type { z } from 'zod';
import { explainRules } from '~/domain/frameworks/explain-rules.server';
import type { DraftRules, Level } from '~/domain/frameworks/types';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lockAmendment } from './data/amendments.server';
import { fingerprintOf } from './data/fingerprint.server';
import { knownTo } from './data/known.server';
import { addAct, requireAmender, requireOf } from './data/open-case.server';
import { proposeForm } from './inputs';
import { amendmentState, obstacle } from './rules/amendment-state';
import { rulesWithout } from './rules/following';

type Input = z.input<typeof proposeForm> & { level: string };

/** Refuses rules that contradict themselves, begin too early or change nothing. */
async function requireSound(ctx: Ctx, level: Level, levels: readonly Level[], rules: DraftRules) {
  if (rules.effectiveFrom <= ctx.clock.today(level.framework.zone))
    throw new DomainError('conflict', 'frameworks.begins-too-early');
  const was = rulesWithout(level.ruleSets, rules.effectiveFrom);
  const known = await knownTo(ctx, level, rules);
  const { faults, changes } = await explainRules(ctx, { level, levels, rules, was, ...known });
  if (faults.length > 0) throw new DomainError('conflict', 'amendments.faulty');
  if (changes.length === 0) throw new DomainError('conflict', 'amendments.no-change');
}

/**
 * Puts a draft before the other registrars; from now on it is not edited. Sent twice, it is proposed once. Throws
 * `amendments.not-a-registrar`, `amendments.not-found`, `amendments.already-proposed`, `amendments.already-decided`,
 * `amendments.changed-meanwhile`, `frameworks.begins-too-early`, `amendments.faulty`, `amendments.no-change`.
 */
export async function proposeAmendment(ctx: Ctx, input: Input): Promise<void> {
  const { actor, level, levels } = await requireAmender(ctx, input.level);
  const { amendmentId, seen, note } = proposeForm.parse(input);
  const actorId = actor.accountId;
  await inTransaction(ctx, async (tx) => {
    const draft = requireOf(await lockAmendment(tx.db, amendmentId), level);
    const { content, acts } = draft;
    if (!content) throw new DomainError('not-found', 'amendments.not-found');
    const last = acts.at(-1);
    if (amendmentState(acts) === 'proposed' && last?.act === 'propose' && last.actorId === actorId) return;
    const problem = obstacle('propose', acts, actorId);
    if (problem) throw new DomainError('conflict', problem);
    if (seen !== fingerprintOf(content)) throw new DomainError('conflict', 'amendments.changed-meanwhile');
    await requireSound(tx, level, levels, content);
    await addAct(tx, draft, { act: 'propose', actorId, note });
    await recordAct(tx, {
      act: 'amendments.change-proposed',
      subject: { type: 'amendment', id: draft.id },
      detail: { level: level.slug, effectiveFrom: content.effectiveFrom, fingerprint: seen },
    });
  });
}
