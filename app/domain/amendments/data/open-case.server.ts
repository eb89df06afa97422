import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { canAmend } from '../policy';
import type { Amendment, AmendmentDeed } from '../types';
import { insertAct } from './amendments.server';

/** The levels, when the actor may read rules at all; the level asked for, when the actor may change its rules. */
export async function requireAmender(
  ctx: Ctx,
  slug: string,
): Promise<{ actor: Actor; level: Level; levels: Level[] }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const levels = await listLevels(ctx);
  const level = levels.find((each) => each.slug === slug);
  if (!level) throw new DomainError('not-found', 'frameworks.level-not-found');
  if (!canAmend(actor, level)) throw new DomainError('forbidden', 'amendments.not-a-registrar');
  return { actor, level, levels };
}

/** Refuses an amendment that is not of the level: for others it does not exist. */
export function requireOf(amendment: Amendment | null, level: Level): Amendment {
  if (amendment?.levelId !== level.id) throw new DomainError('not-found', 'amendments.not-found');
  return amendment;
}

/** Writes the next act down. */
export const addAct = (
  tx: Ctx,
  { id, acts }: Pick<Amendment, 'id' | 'acts'>,
  made: { act: AmendmentDeed; actorId: string; note?: string; sent?: string },
): Promise<void> =>
  insertAct(tx.db, {
    note: '',
    ...made,
    amendmentId: id,
    position: acts.length + 1,
    recordedAt: tx.clock.now(),
  });
