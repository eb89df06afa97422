import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { isOwnRecord, isRegistrar, isWithin, scopeOf } from '~/domain/licensing/policy';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';

export type Reached = { actor: Actor; level: Level; personId: string };

async function findAward(ctx: Ctx, id: string): Promise<{ level: Level; personId: string }> {
  const [facts] = isId(id) ? await getStandingFacts(ctx, { qualificationIds: [id] }) : [];
  const level = (await listLevels(ctx)).find((each) => each.id === facts?.levelId);
  if (!facts || !level) throw new DomainError('not-found', 'licensing.qualification-not-found');
  return { level, personId: facts.personId };
}

/**
 * An award that a registrar may act on: within reach, and not the own one. Throws `licensing.not-a-registrar`,
 * `licensing.qualification-not-found`, `licensing.own-record`.
 */
export async function reachAward(ctx: Ctx, id: string): Promise<Reached> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const found = await findAward(ctx, id);
  const holder = await ctx.ports.describeHolder(ctx, found.personId);
  const scope = scopeOf(actor, await listLevels(ctx));
  if (!isWithin(scope, { levelId: found.level.id, path: holder?.path ?? '/' }))
    throw new DomainError('not-found', 'licensing.qualification-not-found');
  if (isOwnRecord(actor, found.personId)) throw new DomainError('forbidden', 'licensing.own-record');
  return { actor, ...found };
}

/** The signed-in person's own award. Throws `licensing.qualification-not-found`. */
export async function reachOwnAward(ctx: Ctx, id: string): Promise<Reached> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const found = await findAward(ctx, id);
  if (found.personId !== actor.personId)
    throw new DomainError('not-found', 'licensing.qualification-not-found');
  return { actor, ...found };
}
