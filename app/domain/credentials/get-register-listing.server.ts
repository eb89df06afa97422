import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { type LocalDate, localDateOf } from '~/platform/local-date';
import { REGISTER_ZONE } from './data/refresh-entries.server';
import { findConsent } from './data/register.server';

/** Whether the actor stands in the public register by their newest answer, and since when; never asked counts as no. */
export async function getRegisterListing(ctx: Ctx): Promise<{ listed: boolean; since: LocalDate | null }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const consent = await findConsent(ctx.db, actor.personId);
  return {
    listed: consent?.listed ?? false,
    since: consent ? localDateOf(consent.recordedAt, REGISTER_ZONE) : null,
  };
}
