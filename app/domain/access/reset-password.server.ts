import { findPerson } from '~/domain/people/find-person.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { dropEmailChange, findCode, takeCode } from './data/codes.server';
import { tellPasswordChanged } from './data/password-notice.server';
import { hashPassword, storePassword } from './data/passwords.server';
import { closeAllSessions } from './data/sessions.server';
import { knownWords, passwordProblem } from './rules/password-rules';

/**
 * Sets a new password with a one-time code and ends every session of the account and a change of its address that
 * waits. A second factor stays. Throws gone
 * 'access.code-gone' for an unknown, used or expired code, invalid 'access.password-…' at `password` (the code stays
 * usable).
 */
export async function resetPassword(ctx: Ctx, input: { code: string; password: string }): Promise<void> {
  const known = await findCode(ctx, 'reset-password', input.code);
  if (!known || known.usedAt || known.expired) throw new DomainError('gone', 'access.code-gone');
  const person = await findPerson(ctx, { accountId: known.accountId });
  const problem = passwordProblem(input.password, knownWords(person));
  if (problem) throw new DomainError('invalid', problem, { field: 'password' });
  const hash = await hashPassword(input.password);
  await inTransaction(ctx, async (tx) => {
    const code = await takeCode(tx, 'reset-password', input.code);
    if (!code) throw new DomainError('gone', 'access.code-gone');
    await storePassword(tx, code.accountId, hash);
    await closeAllSessions(tx, code.accountId);
    await dropEmailChange(tx, code.accountId, person?.account?.email ?? null);
    await tellPasswordChanged(tx, person?.account ?? null);
    await recordAct(tx, {
      act: 'access.password-reset',
      subject: { type: 'account', id: code.accountId },
      detail: {},
    });
  });
}
