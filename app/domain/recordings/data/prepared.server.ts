import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

/** Whose recordings: one account's own, and all of the organisations. */
export type Preparing = { ownerId: string; organisationIds: readonly string[] };

/** The newest first, after another one. */
export const listPrepared = (
  db: Db,
  { ownerId, organisationIds }: Preparing,
  after: { createdAt: Date; id: string } | null,
  take: number,
) => {
  const older: Prisma.RecordingWhereInput = after
    ? {
        OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
      }
    : {};
  return db.recording.findMany({
    where: { AND: [{ OR: [{ ownerId }, { organisationId: { in: [...organisationIds] } }] }, older] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  });
};

/** What may be edited; the content of the other columns never changes. */
export type EditedRecording = Pick<
  Prisma.RecordingUncheckedUpdateInput,
  'title' | 'credit' | 'audience' | 'availableUntil'
>;

export const updateRecording = (db: Db, id: string, data: EditedRecording) =>
  db.recording.update({ where: { id }, data });
