import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { requireAppointer, requireTerm } from './data/appointer.server';
import { requireConfirmable } from './data/confirmable.server';
import { insertSignatoryAct } from './data/signatories.server';
import { type DecideSignatoryInput, decideSignatorySchema } from './inputs';
import { deedOf, signatoryState } from './rules/signatory-state';
import type { SignatoryDeed, SignatoryState, SignatoryTerm } from './types';

const ACTS: Readonly<Partial<Record<SignatoryDeed, string>>> = {
  confirm: 'frameworks.signatory-appointed',
  refuse: 'frameworks.signatory-refused',
  'confirm-end': 'frameworks.signatory-ended',
  'refuse-end': 'frameworks.signatory-end-refused',
};

/** Whether the actor's own last act on it was this decision: the form was sent again. */
function isSameAgain({ acts }: SignatoryTerm, decision: 'confirm' | 'refuse', accountId: string): boolean {
  const last = acts.at(-1);
  return last?.actorId === accountId && (last.act === decision || last.act === `${decision}-end`);
}

/**
 * A second registrar confirms what was proposed, an appointment or its end; any registrar of the framework refuses it,
 * also the one who proposed. Documents that were issued keep their signatures. Throws `frameworks.level-not-found`,
 * `frameworks.may-not-appoint`, `frameworks.no-such-signatory`, `frameworks.changed-meanwhile`, `frameworks.second-person`,
 * `frameworks.own-appointment`, `frameworks.too-many-at-a-time`.
 */
export async function decideSignatory(
  ctx: Ctx,
  input: DecideSignatoryInput & { level: string },
): Promise<{ state: SignatoryState }> {
  const { actor, level } = await requireAppointer(ctx, input.level);
  const { signatoryId, decision, seen } = decideSignatorySchema.parse(input);
  return inTransaction(ctx, async (tx) => {
    const term = await requireTerm(tx, level, signatoryId);
    const { acts } = term;
    if (isSameAgain(term, decision, actor.accountId)) return { state: signatoryState(acts) };
    const asked = acts.at(-1);
    const act = deedOf(signatoryState(acts), decision);
    if (!asked || !act || seen !== acts.length)
      throw new DomainError('conflict', 'frameworks.changed-meanwhile');
    if (decision === 'confirm' && asked.actorId === actor.accountId)
      throw new DomainError('conflict', 'frameworks.second-person');
    if (act === 'confirm') await requireConfirmable(tx, level, term, actor);
    const { on } = asked;
    const made = { act, on, document: '', actorId: actor.accountId, recordedAt: tx.clock.now() };
    await insertSignatoryAct(tx.db, { ...made, signatoryId, position: acts.length + 1 });
    if (decision === 'confirm') await raiseContentVersion(tx);
    await recordAct(tx, {
      act: ACTS[act] ?? act,
      subject: { type: 'signatory', id: signatoryId },
      detail: { framework: level.framework.slug, name: term.name, from: term.from, on },
    });
    return { state: signatoryState([...acts, made]) };
  });
}
