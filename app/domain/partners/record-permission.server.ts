import './ports';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import { insertPermission } from './data/partners.server';
import { type RecordPermissionInput, recordPermissionInput } from './inputs';
import { canWriteInstitution } from './policy';

/**
 * Stores the paper that allows a logo, a claim or a link of an organisation to be shown; it is shown while the paper
 * holds. Errors: not-found; forbidden; invalid when it ends before it begins.
 */
export async function recordPermission(
  ctx: Ctx,
  input: RecordPermissionInput,
): Promise<{ permissionId: string }> {
  const { grantedOn, until, ...facts } = recordPermissionInput.parse(input);
  if (until !== null && until < grantedOn)
    throw new DomainError('invalid', 'partners.ends-before-it-begins', { field: 'until' });
  return inTransaction(ctx, async (tx) => {
    const [organisation] = await tx.ports.partnerOrganisations(tx, [facts.organisationId]);
    if (!organisation) throw new DomainError('not-found', 'partners.no-such-organisation');
    if (!tx.actor || !canWriteInstitution(tx.actor, organisation.path))
      throw new DomainError('forbidden', 'partners.cannot-write');
    const id = newId();
    await insertPermission(tx.db, {
      ...facts,
      ...('image' in facts ? { image: Uint8Array.from(facts.image) } : {}),
      id,
      grantedOn: toDb(grantedOn),
      until: until === null ? null : toDb(until),
      recordedBy: tx.actor.accountId,
      recordedAt: tx.clock.now(),
    });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'partners.permission-recorded',
      subject: { type: 'organisation', id: facts.organisationId },
      detail: { permissionId: id, kind: facts.kind, document: facts.document },
    });
    return { permissionId: id };
  });
}
