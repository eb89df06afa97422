import type { FrameworkFacts } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { findLastAcceptance } from './data/acceptances.server';

/** The version in force, and the one that a person accepted last; null where it never was. */
export type LastAcceptance = { current: number; number: number | null; acceptedAt: Date | null };

/** What a person has accepted of a federation's code; null where none is in force. The caller authorises. */
export const findAcceptance = (
  ctx: Ctx,
  { personId, framework }: { personId: string; framework: Pick<FrameworkFacts, 'id' | 'zone'> },
): Promise<LastAcceptance | null> =>
  findLastAcceptance(ctx.db, {
    personId,
    frameworkId: framework.id,
    today: ctx.clock.today(framework.zone),
  });
