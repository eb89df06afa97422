import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { insertGrant, lockAccount } from './data/grants.server';
import { selectOrganisation } from './data/organisations.server';
import { type GrantRoleInput, grantRoleInput } from './inputs';
import { mayGrantAt } from './policy';

/**
 * Gives a role over an organisation and everything below it; it works from the account's next request on. A role
 * that is already held there stays as it is. Only admins of that organisation may; nobody grants to themself.
 */
export async function grantRole(ctx: Ctx, input: GrantRoleInput): Promise<void> {
  const { accountId, role, organisationId, lang, level } = grantRoleInput.parse(input);
  await inTransaction(ctx, async (tx) => {
    const organisation = await selectOrganisation(tx, organisationId);
    if (!organisation)
      throw new DomainError('invalid', 'people.no-such-organisation', { field: 'organisationId' });
    if (!mayGrantAt(tx.actor, organisation.path)) throw new DomainError('forbidden', 'shell.no-right');
    if (tx.actor?.accountId === accountId) throw new DomainError('conflict', 'people.own-role');
    if (!(await lockAccount(tx, accountId))) throw new DomainError('not-found', 'people.no-such-person');
    const grant = {
      accountId,
      role,
      organisationId,
      lang: role === 'editor' ? (lang ?? null) : null,
      level: role === 'assessor' ? (level ?? null) : null,
    };
    const id = await insertGrant(tx, grant);
    if (id === null) return;
    await recordAct(tx, {
      act: 'people.role-granted',
      subject: { type: 'account', id: accountId },
      detail: { grant: id, role, path: organisation.path, lang: grant.lang, level: grant.level },
    });
  });
}
