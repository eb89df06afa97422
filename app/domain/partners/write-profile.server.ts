import './ports';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findProfile, writeProfile as write } from './data/partners.server';
import type { WriteProfileInput } from './inputs';
import { canWriteProfile } from './policy';

/**
 * An instructor presents themself: credit line in their own spelling, some words, an address. Nobody writes it for
 * somebody else. Errors: not-found; forbidden; conflict when somebody else has the address.
 */
export async function writeProfile(ctx: Ctx, input: WriteProfileInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [organisation] = await tx.ports.partnerOrganisations(tx, [input.organisationId]);
    if (!organisation) throw new DomainError('not-found', 'partners.no-such-organisation');
    if (!tx.actor || !canWriteProfile(tx.actor, organisation.path))
      throw new DomainError('forbidden', 'partners.cannot-write-profile');
    const { accountId } = tx.actor;
    const known = await findProfile(tx.db, input.slug);
    if (known && known.accountId !== accountId)
      throw new DomainError('conflict', 'partners.address-taken', { field: 'slug' });
    const now = tx.clock.now();
    await write(tx.db, { ...input, accountId, createdAt: now, updatedAt: now });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'partners.profile-written',
      subject: { type: 'account', id: accountId },
      detail: { slug: input.slug },
    });
  });
}
