import { findPerson } from '~/domain/people/find-person.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { findSession } from './data/sessions.server';
import { effectiveGrants } from './rules/guarded-roles';

/**
 * Who acts with this cookie, read anew for every request so that a withdrawn role is gone with the next one; null for a
 * wrong or ended session and for one that still waits for its second factor. Two statements. The session is extended.
 */
export async function authenticateSession(ctx: Ctx, input: { token: string }): Promise<Actor | null> {
  const session = await findSession(ctx, input.token);
  const person = session && (await findPerson(ctx, { accountId: session.accountId }));
  if (!session || !person?.account) return null;
  const { id: accountId, lang, emailConfirmed } = person.account;
  const secondFactor = session.secondFactorAt !== null;
  return {
    accountId,
    personId: person.personId,
    sessionId: session.id,
    lang,
    emailConfirmed,
    secondFactorPassed: true,
    name: person.displayNames[lang],
    grants: effectiveGrants(person.grants, { demo: ctx.config.demo, secondFactor }),
  };
}
