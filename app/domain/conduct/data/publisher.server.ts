import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { mayPublish } from '../policy';
import type { CodeFramework } from '../types';
import { frameworksOf } from './open-codes.server';

/**
 * The framework, by slug or id, whose code the actor may propose and decide. Throws `shell.sign-in-first`,
 * `conduct.framework-not-found`, `conduct.may-not-publish`.
 */
export async function requirePublisher(
  ctx: Ctx,
  which: { slug: string } | { id: string },
): Promise<{ actor: Actor; framework: CodeFramework }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const framework = frameworksOf(await listLevels(ctx)).find(({ id, slug }) =>
    'id' in which ? id === which.id : slug === which.slug,
  );
  if (!framework) throw new DomainError('not-found', 'conduct.framework-not-found');
  if (!mayPublish(actor, framework.path)) throw new DomainError('forbidden', 'conduct.may-not-publish');
  return { actor, framework };
}
