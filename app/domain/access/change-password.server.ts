import { findPerson } from '~/domain/people/find-person.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { dropEmailChange } from './data/codes.server';
import { tellPasswordChanged } from './data/password-notice.server';
import { hashPassword, isPasswordOf, storePassword } from './data/passwords.server';
import { closeSessions } from './data/sessions.server';
import { knownWords, passwordProblem } from './rules/password-rules';

/**
 * A new password for the actor; every other session and a change of the address that waits end. Throws invalid 'access.wrong-password' at `currentPassword`,
 * 'access.password-…' at `password`.
 */
export async function changePassword(
  ctx: Ctx,
  input: { currentPassword: string; password: string },
): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  if (!(await isPasswordOf(ctx, actor.accountId, input.currentPassword))) {
    throw new DomainError('invalid', 'access.wrong-password', { field: 'currentPassword' });
  }
  const person = await findPerson(ctx, { accountId: actor.accountId });
  const problem = passwordProblem(input.password, knownWords(person));
  if (problem) throw new DomainError('invalid', problem, { field: 'password' });
  const hash = await hashPassword(input.password);
  await inTransaction(ctx, async (tx) => {
    await storePassword(tx, actor.accountId, hash);
    await closeSessions(tx, actor.accountId, { allBut: actor.sessionId });
    await dropEmailChange(tx, actor.accountId, person?.account?.email ?? null);
    await tellPasswordChanged(tx, person?.account ?? null);
    await recordAct(tx, {
      act: 'access.password-changed',
      subject: { type: 'account', id: actor.accountId },
      detail: {},
    });
  });
}
