import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { canDefineFramework } from '../policy';
import type { Level, SignatoryTerm } from '../types';
import { findLevel } from './levels.server';
import { lockTerm } from './signatories.server';

type FoundLevel = Pick<Level, 'slug' | 'name' | 'framework'>;

/** The level by whose address a framework is named, when the actor may say who signs for it. */
export async function requireAppointer(ctx: Ctx, slug: string): Promise<{ actor: Actor; level: FoundLevel }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const level = await findLevel(ctx.db, slug);
  if (!level) throw new DomainError('not-found', 'frameworks.level-not-found');
  if (!canDefineFramework(actor, level.framework.path))
    throw new DomainError('forbidden', 'frameworks.may-not-appoint');
  return { actor, level };
}

/** A term of the framework, locked. */
export async function requireTerm(tx: Ctx, { framework }: FoundLevel, id: string): Promise<SignatoryTerm> {
  const term = isId(id) ? await lockTerm(tx.db, id) : null;
  if (term?.frameworkId !== framework.id) throw new DomainError('not-found', 'frameworks.no-such-signatory');
  return term;
}
