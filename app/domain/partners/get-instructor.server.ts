import './ports';
import { readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findProfile } from './data/partners.server';
import type { ListedInstructor } from './list-instructors.server';

/** An instructor by their address. Throws not-found. */
export async function getInstructor(ctx: Ctx, { slug }: { slug: string }): Promise<ListedInstructor> {
  const row = await findProfile(ctx.db, slug);
  if (!row) throw new DomainError('not-found', 'partners.no-such-instructor');
  const [organisation] = await ctx.ports.partnerOrganisations(ctx, [row.organisationId]);
  return {
    accountId: row.accountId,
    slug,
    organisationId: row.organisationId,
    organisation: organisation?.name ?? null,
    credit: readText(row.credit),
    about: readText(row.about),
  };
}
