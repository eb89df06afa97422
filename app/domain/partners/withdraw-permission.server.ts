import './ports';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findPermission, markWithdrawn } from './data/partners.server';
import { canWriteInstitution } from './policy';

/** Ends a permission: what it allowed is no longer shown from now on. The paper stays on record. */
export async function withdrawPermission(
  ctx: Ctx,
  { permissionId }: { permissionId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const permission = await findPermission(tx.db, permissionId);
    const [organisation] = permission
      ? await tx.ports.partnerOrganisations(tx, [permission.organisationId])
      : [];
    if (!permission || !organisation) throw new DomainError('not-found', 'partners.no-such-permission');
    if (!tx.actor || !canWriteInstitution(tx.actor, organisation.path))
      throw new DomainError('forbidden', 'partners.cannot-write');
    if (!(await markWithdrawn(tx.db, permissionId, tx.actor.accountId, tx.clock.now()))) return;
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'partners.permission-withdrawn',
      subject: { type: 'organisation', id: organisation.id },
      detail: { permissionId },
    });
  });
}
