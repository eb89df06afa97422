import './ports';
import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listAllProfiles, listProfiles } from './data/partners.server';

export type ListedInstructor = {
  accountId: string;
  slug: string;
  organisationId: string;
  organisation: LocalizedText | null;
  credit: LocalizedText;
  about: LocalizedText;
};

/** Instructors who present themselves: all of them (at most 200), or those with the accounts. */
export async function listInstructors(
  ctx: Ctx,
  { accountIds }: { accountIds?: readonly string[] } = {},
): Promise<ListedInstructor[]> {
  if (accountIds?.length === 0) return [];
  const rows = accountIds ? await listProfiles(ctx.db, accountIds) : await listAllProfiles(ctx.db);
  const organisations = await ctx.ports.partnerOrganisations(
    ctx,
    rows.map(({ organisationId }) => organisationId),
  );
  return rows.map(({ accountId, slug, organisationId, credit, about }) => ({
    accountId,
    slug,
    organisationId,
    organisation: organisations.find(({ id }) => id === organisationId)?.name ?? null,
    credit: readText(credit),
    about: readText(about),
  }));
}
