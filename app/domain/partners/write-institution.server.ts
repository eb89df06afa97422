import './ports';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { writeInstitution as write } from './data/partners.server';
import type { WriteInstitutionInput } from './inputs';
import { canWriteInstitution } from './policy';

/** Puts an organisation on the partners' page, or changes what is said there. Errors: not-found; forbidden. */
export async function writeInstitution(ctx: Ctx, input: WriteInstitutionInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [organisation] = await tx.ports.partnerOrganisations(tx, [input.organisationId]);
    if (!organisation) throw new DomainError('not-found', 'partners.no-such-organisation');
    if (!canWriteInstitution(tx.actor, organisation.path))
      throw new DomainError('forbidden', 'partners.cannot-write');
    const now = tx.clock.now();
    await write(tx.db, { ...input, createdAt: now, updatedAt: now });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'partners.institution-written',
      subject: { type: 'organisation', id: input.organisationId },
      detail: { position: input.position },
    });
  });
}
