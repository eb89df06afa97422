import { LRUCache } from 'lru-cache';
import { findPerson } from '~/domain/people/find-person.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { findSession, type LiveSession } from './data/sessions.server';
import { effectiveGrants } from './rules/guarded-roles';

/** By token. Whose session it is never changes; that it lives still is assumed for a minute. */
const learners = new LRUCache<string, Actor>({ max: 20_000, ttl: 60_000 });

/**
 * Who acts with this cookie, read anew for every request so that a withdrawn role is gone with the next one; null for a
 * wrong or ended session and for one that still waits for its second factor. Two statements. The session is extended.
 * `withRoles: false` is for the busy addresses that ask for no role: an actor who may do nothing but study, and whose
 * session is looked up once a minute (`sessionAssumed` in between).
 */
export async function authenticateSession(
  ctx: Ctx,
  { token, withRoles = true }: { token: string; withRoles?: boolean },
): Promise<Actor | null> {
  const assumed = withRoles ? undefined : learners.get(token);
  if (assumed) return assumed;
  const session = await findSession(ctx, token);
  const actor = session && (await actorOf(ctx, session));
  if (!actor || withRoles) return actor;
  learners.set(token, { ...actor, grants: [], sessionAssumed: true });
  return { ...actor, grants: [] };
}

async function actorOf(ctx: Ctx, session: LiveSession): Promise<Actor | null> {
  const person = await findPerson(ctx, { accountId: session.accountId });
  if (!person?.account || person.isJoined) return null;
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
