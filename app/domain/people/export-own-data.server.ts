import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { getProfile } from './get-profile.server';

/**
 * Everything held about the actor, as plain JSON: what people keep here, then each other domain's part under its own
 * name. Dates are ISO 8601 in UTC.
 */
export async function exportOwnData(ctx: Ctx): Promise<Record<string, unknown>> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { person, ...profile } = await getProfile(ctx, { accountId: actor.accountId });
  const subject = { personId: actor.personId, accountId: actor.accountId };
  const result: Record<string, unknown> = {
    exportedAt: ctx.clock.now(),
    account: person.account,
    person: { id: person.personId, organisation: person.organisation },
    ...profile,
  };
  for (const partOf of ctx.ports.personalData) Object.assign(result, await partOf(ctx, subject));
  return result;
}
