import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { getProfile } from './get-profile.server';

/**
 * Everything held about somebody (the actor, unless another account is named), as plain JSON: what people keep here, then each other domain's part under its own
 * name. Dates are ISO 8601 in UTC. For its owner and for admins, whose request is told to the audit chain. Throws
 * not-found.
 */
export async function exportPerson(
  ctx: Ctx,
  input: { accountId?: string } = {},
): Promise<Record<string, unknown>> {
  const accountId = input.accountId ?? ctx.actor?.accountId;
  if (!accountId) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { person, ...profile } = await getProfile(ctx, { accountId });
  const subject = { personId: person.personId, accountId };
  const result: Record<string, unknown> = {
    exportedAt: ctx.clock.now(),
    account: person.account,
    person: { id: person.personId, organisation: person.organisation },
    ...profile,
  };
  for (const partOf of ctx.ports.personalData) Object.assign(result, await partOf(ctx, subject));
  if (ctx.actor?.accountId !== accountId)
    await inTransaction(ctx, (tx) =>
      recordAct(tx, { act: 'people.data-exported', subject: { type: 'account', id: accountId }, detail: {} }),
    );
  return result;
}
