import { findPerson } from '~/domain/people/find-person.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findFactor, storeFactor } from './data/second-factors.server';
import { newSecret, otpauthUri } from './data/totp.server';

/** `uri` for the QR code, `secret` in base 32 for typing by hand. Shown only until it is confirmed. */
export type NewFactor = { uri: string; secret: string };

/**
 * The secret of a second factor that waits for its first code; a new one on `fresh` or when none waits. Throws conflict
 * 'access.factor-exists' when a confirmed one stands.
 */
export async function setUpTotp(ctx: Ctx, input: { fresh: boolean }): Promise<NewFactor> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  return inTransaction(ctx, async (tx) => {
    const waiting = input.fresh ? null : await findFactor(tx, actor.accountId);
    const secret = waiting?.secret ?? newSecret();
    if (waiting?.confirmed || !(await storeFactor(tx, actor.accountId, secret))) {
      throw new DomainError('conflict', 'access.factor-exists');
    }
    const person = await findPerson(tx, { accountId: actor.accountId });
    const label = person?.account?.email ?? person?.account?.phone ?? actor.accountId;
    return { uri: otpauthUri(secret, label), secret };
  });
}
