import { findPerson } from '~/domain/people/find-person.server';
import { mayIssueResetCode } from '~/domain/people/policy';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isPasswordOf } from './data/passwords.server';
import { deleteFactor } from './data/second-factors.server';

export type RemoveTotpInput =
  /** The actor's own, with the password once more. */
  | { currentPassword: string }
  /** Somebody's who lost the phone; for those who may also print a reset code for them. */
  | { accountId: string };

/** Turns a second factor off. Throws invalid 'access.wrong-password' at `currentPassword`. */
export async function removeTotp(ctx: Ctx, input: RemoveTotpInput): Promise<void> {
  const accountId = await authorised(ctx, input);
  await inTransaction(ctx, async (tx) => {
    const { count } = await deleteFactor(tx, accountId);
    if (count === 0) return;
    await recordAct(tx, {
      act: 'access.factor-removed',
      subject: { type: 'account', id: accountId },
      detail: {},
    });
  });
}

async function authorised(ctx: Ctx, input: RemoveTotpInput): Promise<string> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  if ('accountId' in input) {
    const person = await findPerson(ctx, input);
    const grantPaths = person?.grants.map(({ path }) => path) ?? [];
    const organisationPath = person?.organisation?.path ?? null;
    if (mayIssueResetCode(actor, { accountId: input.accountId, grantPaths, organisationPath }))
      return input.accountId;
    throw new DomainError('forbidden', 'shell.no-right');
  }
  if (await isPasswordOf(ctx, actor.accountId, input.currentPassword)) return actor.accountId;
  throw new DomainError('invalid', 'access.wrong-password', { field: 'currentPassword' });
}
