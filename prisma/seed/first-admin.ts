import { findPerson } from '~/domain/people/find-person.server';
import { grantRole } from '~/domain/people/grant-role.server';
import { readContact } from '~/domain/people/inputs';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { asInstallation, foundOrganisations, ROOT_ORGANISATIONS } from './installation';

/** `roots`: the slugs that the account is now admin of; `problem`: why nothing changed, in words. */
export type Appointed = { name: string; roots: string[] } | { problem: string };

/**
 * Makes the account with this e-mail address admin of every root of the tree that has none; an empty tree gets its
 * roots first. All or nothing.
 */
export async function appointFirstAdmin(ctx: Ctx, typed: string): Promise<Appointed> {
  const contact = readContact(typed);
  if (!contact?.email) return { problem: `"${typed}" is no e-mail address.` };
  const person = await findPerson(ctx, { contact });
  if (!person?.account) {
    return {
      problem: `There is no account ${contact.email}. Sign up with it at ${ctx.config.publicUrl} first.`,
    };
  }
  const { id: accountId, emailConfirmed } = person.account;
  if (!emailConfirmed && ctx.config.smtpUrl) {
    return { problem: `${contact.email} is not confirmed yet. Open the link that was mailed there first.` };
  }
  const roots = await inTransaction(asInstallation(ctx), (tx) => grantWhereNobodyIs(tx, accountId));
  if (roots.length > 0) return { name: person.displayNames.en, roots };
  return { problem: 'There is an admin already: admins give roles to others at /admin/people.' };
}

async function grantWhereNobodyIs(tx: Ctx, accountId: string): Promise<string[]> {
  await tx.db.$queryRaw`SELECT 1 FROM organisation WHERE parent_id IS NULL ORDER BY path FOR UPDATE`;
  if ((await listOrganisations(tx)).length === 0) await foundOrganisations(tx, ROOT_ORGANISATIONS);
  const roots = (await listOrganisations(tx)).filter(({ depth }) => depth === 0);
  const held = await tx.db.roleGrant.findMany({
    where: { role: 'admin', withdrawnAt: null, organisationId: { in: roots.map(({ id }) => id) } },
    select: { organisationId: true },
  });
  const free = roots.filter(({ id }) => held.every(({ organisationId }) => organisationId !== id));
  for (const { id } of free) await grantRole(tx, { accountId, role: 'admin', organisationId: id });
  return free.map(({ slug }) => slug);
}
