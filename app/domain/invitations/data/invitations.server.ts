import { listOrganisations } from '~/domain/people/list-organisations.server';
import { isLang } from '~/i18n/locales';
import { ROLES } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { type Invitation as InvitationRow, Prisma } from '~/platform/db/client';
import { sha256 } from '~/platform/secrets.server';
import { INVITATION_DAYS, invitationState } from '../rules/invitation-state';
import type { Invitation } from '../types';

const DAY_MS = 86_400_000;

export type NewInvitation = Pick<
  Invitation,
  'id' | 'lang' | 'email' | 'role' | 'grantLang' | 'level' | 'createdBy'
> & {
  code: string;
  organisationId: string;
};

/** False when there is one with this id. */
export async function insertInvitation(tx: Ctx, { code, ...facts }: NewInvitation): Promise<boolean> {
  const createdAt = tx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS);
  const row = { ...facts, hash: sha256(code), createdAt, expiresAt };
  const { count } = await tx.db.invitation.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** With the names of their organisations; rows that hold something unknown are left out. */
async function read(ctx: Ctx, rows: readonly InvitationRow[]): Promise<Invitation[]> {
  const ids = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const organisations = ids.length > 0 ? await listOrganisations(ctx, { ids }) : [];
  const now = ctx.clock.now();
  return rows.flatMap((row) => {
    const organisation = organisations.find(({ id }) => id === row.organisationId);
    const role = ROLES.find((each) => each === row.role);
    if (!organisation || !role || !isLang(row.lang)) return [];
    const { id, email, level, createdBy, createdAt, expiresAt, acceptedBy } = row;
    const grantLang = isLang(row.grantLang) ? row.grantLang : null;
    const { path, name } = organisation;
    const place = { id: organisation.id, path, name };
    const facts = { email, level, createdBy, createdAt, expiresAt, acceptedBy, grantLang, role };
    return [{ id, state: invitationState(row, now), lang: row.lang, organisation: place, ...facts }];
  });
}

export async function findInvitationBy(
  ctx: Ctx,
  where: { id: string } | { code: string },
): Promise<Invitation | null> {
  const key = 'id' in where ? { id: where.id } : { hash: sha256(where.code) };
  const row = await ctx.db.invitation.findUnique({ where: key });
  return row ? ((await read(ctx, [row]))[0] ?? null) : null;
}

/** The same, with the row locked until the transaction ends. */
export async function lockInvitation(tx: Ctx, id: string): Promise<Invitation | null> {
  await tx.db.$queryRaw(Prisma.sql`SELECT 1 FROM invitation WHERE id = ${id}::uuid FOR UPDATE`);
  return findInvitationBy(tx, { id });
}

/** Of some organisations, newest first, after the one with the id `after`. */
export const invitationPage = (
  organisationIds: readonly string[],
  after: string | null,
  take: number,
): Prisma.Sql => Prisma.sql`
  SELECT i.id FROM unnest(${[...organisationIds]}::uuid[]) o (id)
  CROSS JOIN LATERAL (SELECT i.id FROM invitation i WHERE i.organisation_id = o.id
    ${after ? Prisma.sql`AND i.id < ${after}::uuid` : Prisma.empty} ORDER BY i.id DESC LIMIT ${take}) i
  ORDER BY i.id DESC LIMIT ${take}`;

export async function listInvitationsOf(
  ctx: Ctx,
  page: { organisationIds: readonly string[]; after: string | null; take: number },
): Promise<Invitation[]> {
  const { organisationIds, after, take } = page;
  const found = await ctx.db.$queryRaw<{ id: string }[]>(invitationPage(organisationIds, after, take));
  const ids = found.map(({ id }) => id);
  return read(ctx, await ctx.db.invitation.findMany({ where: { id: { in: ids } }, orderBy: { id: 'desc' } }));
}

export const closeInvitation = (
  tx: Ctx,
  id: string,
  end: { acceptedBy: string; acceptedAt: Date } | { withdrawnBy: string; withdrawnAt: Date },
) => tx.db.invitation.update({ where: { id }, data: end });

/** What an account accepted, oldest first, with the address to which the link went. */
export const listAccepted = ({ db }: Ctx, accountId: string) =>
  db.invitation.findMany({
    where: { acceptedBy: accountId },
    select: { email: true, lang: true, role: true, createdAt: true, acceptedAt: true },
    orderBy: { id: 'asc' },
  });
