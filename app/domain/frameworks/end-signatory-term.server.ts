import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { requireAppointer, requireTerm } from './data/appointer.server';
import { insertSignatoryAct } from './data/signatories.server';
import { type EndTermInput, endTermSchema } from './inputs';
import { signatoryState } from './rules/signatory-state';

/**
 * Proposes that a term ends, or ended, with a day; another registrar confirms it, and until then nothing changes. Sent
 * twice it is proposed once. Throws `frameworks.level-not-found`, `frameworks.may-not-appoint`,
 * `frameworks.no-such-signatory`, `frameworks.changed-meanwhile`, and at its field `frameworks.outside-the-term`.
 */
export async function endSignatoryTerm(ctx: Ctx, input: EndTermInput & { level: string }): Promise<void> {
  const { actor, level } = await requireAppointer(ctx, input.level);
  const { signatoryId, on, document, seen } = endTermSchema.parse(input);
  await inTransaction(ctx, async (tx) => {
    const term = await requireTerm(tx, level, signatoryId);
    const { acts, from, until, name } = term;
    const last = acts.at(-1);
    if (last?.act === 'end' && last.actorId === actor.accountId && last.on === on) return;
    if (signatoryState(acts) !== 'confirmed' || seen !== acts.length)
      throw new DomainError('conflict', 'frameworks.changed-meanwhile');
    if (on < from || (until !== null && until < on))
      throw new DomainError('invalid', 'frameworks.outside-the-term', { field: 'on' });
    const made = { act: 'end' as const, on, document, actorId: actor.accountId, recordedAt: tx.clock.now() };
    await insertSignatoryAct(tx.db, { ...made, signatoryId, position: acts.length + 1 });
    await recordAct(tx, {
      act: 'frameworks.signatory-end-proposed',
      subject: { type: 'signatory', id: signatoryId },
      detail: { framework: level.framework.slug, name, on, document },
    });
  });
}
