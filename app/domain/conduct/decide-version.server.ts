import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { requirePublisher } from './data/publisher.server';
import { closeVersion, findLast, findVersion, lockVersion } from './data/versions.server';
import { type DecideVersionInput, decideVersionForm } from './inputs';
import { firstDayFault } from './rules/in-force';

/**
 * Another registrar confirms a proposed version, which gets the next number, or declines it; its author may decline it
 * too, and so takes it back. The same decision sent again changes nothing. Locks: version, content version, audit head.
 * Throws `conduct.version-not-found`, `conduct.may-not-publish`, `conduct.already-decided`, `conduct.second-person`,
 * `conduct.day-passed`.
 */
export async function decideVersion(ctx: Ctx, input: DecideVersionInput): Promise<void> {
  const { versionId, decision, note } = decideVersionForm.parse(input);
  const known = await findVersion(ctx.db, versionId);
  if (!known) throw new DomainError('not-found', 'conduct.version-not-found');
  const { actor, framework } = await requirePublisher(ctx, { id: known.frameworkId });
  const outcome = decision === 'confirm' ? 'confirmed' : 'declined';
  await inTransaction(ctx, async (tx) => {
    const version = await lockVersion(tx.db, versionId);
    if (!version) throw new DomainError('not-found', 'conduct.version-not-found');
    if (version.outcome === outcome && version.decidedBy === actor.accountId) return;
    if (version.outcome) throw new DomainError('conflict', 'conduct.already-decided');
    if (outcome === 'confirmed' && version.proposedBy === actor.accountId)
      throw new DomainError('conflict', 'conduct.second-person');
    const last = await findLast(tx.db, framework.id);
    const today = tx.clock.today(framework.zone);
    const fault = outcome === 'confirmed' ? firstDayFault(version.inForceFrom, { last, today }) : null;
    if (fault) throw new DomainError('conflict', fault);
    const number = outcome === 'confirmed' ? (last?.number ?? 0) + 1 : null;
    const decidedAt = tx.clock.now();
    await closeVersion(tx.db, versionId, { outcome, number, decidedBy: actor.accountId, decidedAt, note });
    if (outcome === 'confirmed') await raiseContentVersion(tx);
    await recordAct(tx, {
      act: `conduct.version-${outcome}`,
      subject: { type: 'code-version', id: versionId },
      detail: { framework: framework.slug, number, inForceFrom: version.inForceFrom, note },
    });
  });
}
