import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { endGrant, lockAccount, lockOtherAdmins, selectGrant } from './data/grants.server';
import { mayGrantAt } from './policy';

/**
 * Ends a grant; its holder loses the role with the next request. A grant that already ended stays as it is. Throws
 * conflict 'people.last-admin' when nobody would be left to grant roles there.
 */
export async function withdrawRole(ctx: Ctx, input: { grantId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const grant = await selectGrant(tx, input.grantId);
    if (!grant) throw new DomainError('not-found', 'people.no-such-grant');
    const { accountId, role, organisation } = grant;
    if (!mayGrantAt(tx.actor, organisation.path)) throw new DomainError('forbidden', 'shell.no-right');
    await lockAccount(tx, accountId);
    if (role === 'admin' && !(await lockOtherAdmins(tx, accountId, organisation.path))) {
      throw new DomainError('conflict', 'people.last-admin');
    }
    if (!(await endGrant(tx, grant.id))) return;
    await recordAct(tx, {
      act: 'people.role-withdrawn',
      subject: { type: 'account', id: accountId },
      detail: { grant: grant.id, role, path: organisation.path, lang: grant.lang, level: grant.level },
    });
  });
}
