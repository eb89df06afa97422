import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { refreshEntries } from './data/refresh-entries.server';
import { findConsent, insertConsent, lockPeople } from './data/register.server';

/**
 * Records the actor's own answer to «may I stand in the public register?» and puts their documents in or takes them
 * out at once. The same answer again changes nothing. Throws `shell.sign-in-first`.
 */
export async function setRegisterListing(ctx: Ctx, { listed }: { listed: boolean }): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = actor;
  await inTransaction(ctx, async (tx) => {
    await raiseContentVersion(tx);
    await lockPeople(tx.db, [personId]);
    const before = await findConsent(tx.db, personId);
    if ((before?.listed ?? false) === listed) return;
    await insertConsent(tx.db, { personId, listed, recordedAt: tx.clock.now() });
    await refreshEntries(tx, [personId]);
    await recordAct(tx, {
      act: listed ? 'credentials.register-agreed' : 'credentials.register-withdrawn',
      subject: { type: 'person', id: personId },
      detail: { listed },
    });
  });
}
