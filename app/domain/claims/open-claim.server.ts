import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { latestDay } from './rules/dates';

export type BlankClaim = {
  /** Sent back with the claim, so that a claim sent twice is one. */
  submissionKey: string;
  /** The latest day of issue that is taken. */
  latest: LocalDate;
  /** Whether files are looked at for viruses. */
  isScanned: boolean;
};

/** An empty form for the signed-in coach. */
export async function openClaim(ctx: Ctx): Promise<BlankClaim> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  return {
    submissionKey: newId(),
    latest: latestDay(ctx.clock.today('UTC')),
    isScanned: ctx.config.clamd !== null,
  };
}
