import type { Role } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';

type NewGrant = {
  accountId: string;
  role: Role;
  organisationId: string;
  lang: string | null;
  level: string | null;
};

/** Null when the same role is already held there. */
export async function insertGrant(tx: Ctx, grant: NewGrant): Promise<string | null> {
  const id = newId();
  const added = await tx.db.$executeRaw(Prisma.sql`
    INSERT INTO role_grant (id, account_id, role, organisation_id, lang, level, granted_by, granted_at)
    VALUES (${id}::uuid, ${grant.accountId}::uuid, ${grant.role}, ${grant.organisationId}::uuid, ${grant.lang},
      ${grant.level}, ${tx.actor?.accountId ?? null}::uuid, ${tx.clock.now()})
    ON CONFLICT DO NOTHING`);
  return added === 1 ? id : null;
}

export const selectGrant = ({ db }: Ctx, id: string) =>
  db.roleGrant.findUnique({ where: { id }, include: { organisation: true } });

/** False when somebody withdrew it before. */
export async function endGrant(tx: Ctx, id: string): Promise<boolean> {
  const { count } = await tx.db.roleGrant.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: tx.clock.now(), withdrawnBy: tx.actor?.accountId ?? null },
  });
  return count === 1;
}

/** All grants of an account, withdrawn ones too, with their organisations, newest first. */
export const selectGrants = ({ db }: Ctx, accountId: string) =>
  db.roleGrant.findMany({
    where: { accountId },
    include: { organisation: true },
    orderBy: [{ grantedAt: 'desc' }, { id: 'desc' }],
  });

/** Serialises grants and withdrawals of one account. */
export async function lockAccount(tx: Ctx, accountId: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<unknown[]>(
    Prisma.sql`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR UPDATE`,
  );
  return rows.length === 1;
}

/** Whether another account is admin at this organisation or above it; holds those grants until commit. */
export async function lockOtherAdmins(tx: Ctx, accountId: string, path: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<{ accountId: string }[]>(Prisma.sql`
    SELECT g.account_id AS "accountId" FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
    WHERE g.role = 'admin' AND g.withdrawn_at IS NULL AND ${path} LIKE o.path || '%'
    ORDER BY g.id FOR UPDATE OF g`);
  return rows.some((row) => row.accountId !== accountId);
}
