import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { openBirthday } from './data/identities.server';

export type OwnBirthday = {
  birthOn: LocalDate | null;
  /** The person gave it, or may: it did not come from a table of the office. */
  mayGive: boolean;
};

/** The signed-in person's own birthday, for the person's own page. */
export async function getOwnBirthday(ctx: Ctx): Promise<OwnBirthday> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { birthOn, isGiven } = await openBirthday(ctx, ctx.actor.personId);
  return { birthOn, mayGive: birthOn === null || isGiven };
}
