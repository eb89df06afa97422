import { findPerson } from '~/domain/people/find-person.server';
import { mayIssueResetCode } from '~/domain/people/policy';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { storeCode } from './data/codes.server';
import { printableCode } from './rules/one-time-codes';

const CODE_HOURS = 24;

/**
 * A code on paper for somebody who cannot receive a mail: it sets a new password once, within 24 hours. It is answered
 * here and never again. Throws conflict 'access.reset-by-mail' for people with a confirmed e-mail address.
 */
export async function issueResetCode(
  ctx: Ctx,
  input: { accountId: string },
): Promise<{ code: string; expiresAt: Date }> {
  const person = await findPerson(ctx, input);
  const subject = {
    accountId: input.accountId,
    grantPaths: person?.grants.map(({ path }) => path) ?? [],
    organisationPath: person?.organisation?.path ?? null,
  };
  if (!mayIssueResetCode(ctx.actor, subject)) throw new DomainError('forbidden', 'shell.no-right');
  if (!person?.account) throw new DomainError('not-found', 'people.no-such-person');
  if (person.account.emailConfirmed) throw new DomainError('conflict', 'access.reset-by-mail');
  const code = printableCode();
  return inTransaction(ctx, async (tx) => {
    await storeCode(tx, {
      accountId: input.accountId,
      kind: 'reset-password',
      code,
      minutes: CODE_HOURS * 60,
    });
    await recordAct(tx, {
      act: 'access.reset-code-issued',
      subject: { type: 'account', id: input.accountId },
      detail: {},
    });
    return { code, expiresAt: new Date(tx.clock.now().getTime() + CODE_HOURS * 3_600_000) };
  });
}
