import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

export const listInstitutions = (db: Db) =>
  db.institution.findMany({ orderBy: [{ position: 'asc' }, { organisationId: 'asc' }] });

export const writeInstitution = (db: Db, data: Prisma.InstitutionUncheckedCreateInput) => {
  const { organisationId, createdAt: _createdAt, ...rest } = data;
  return db.institution.upsert({ where: { organisationId }, create: data, update: rest });
};

/** Papers of the organisations that were not withdrawn, without their pictures. */
export const listPermissions = (db: Db, organisationIds: readonly string[]) =>
  db.showPermission.findMany({
    where: { organisationId: { in: [...organisationIds] }, withdrawnAt: null },
    omit: { image: true },
    orderBy: [{ grantedOn: 'asc' }, { id: 'asc' }],
  });

export const findPermission = (db: Db, id: string) => db.showPermission.findUnique({ where: { id } });

export const insertPermission = (db: Db, data: Prisma.ShowPermissionUncheckedCreateInput) =>
  db.showPermission.create({ data });

/** False when it was withdrawn before. */
export async function markWithdrawn(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const { count } = await db.showPermission.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: at, withdrawnBy: by },
  });
  return count === 1;
}

export const listProfiles = (db: Db, accountIds: readonly string[]) =>
  db.instructorProfile.findMany({ where: { accountId: { in: [...accountIds] } }, orderBy: { slug: 'asc' } });

export const listAllProfiles = (db: Db) =>
  db.instructorProfile.findMany({ orderBy: { slug: 'asc' }, take: 200 });

export const findProfile = (db: Db, slug: string) => db.instructorProfile.findUnique({ where: { slug } });

export const writeProfile = (db: Db, data: Prisma.InstructorProfileUncheckedCreateInput) => {
  const { accountId, createdAt: _createdAt, ...rest } = data;
  return db.instructorProfile.upsert({ where: { accountId }, create: data, update: rest });
};
