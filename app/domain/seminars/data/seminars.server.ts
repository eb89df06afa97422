import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

export const findSeminarBySlug = (db: Db, slug: string) => db.seminar.findUnique({ where: { slug } });

export const findSeminar = (db: Db, id: string) => db.seminar.findUnique({ where: { id } });

const BY_POSITION = { orderBy: { position: 'asc' } } as const;

export const findWholeSeminar = (db: Db, slug: string) =>
  db.seminar.findFirst({
    where: { slug, publishedAt: { not: null } },
    include: { hosts: BY_POSITION, sessions: BY_POSITION, recordings: BY_POSITION, instructors: BY_POSITION },
  });

const LISTED = {
  hosts: BY_POSITION,
  _count: { select: { sessions: true, recordings: true } },
} satisfies Prisma.SeminarInclude;

export type ListedRow = Prisma.SeminarGetPayload<{ include: typeof LISTED }>;

/** Published seminars that are not over, the next one first. */
export const listUpcoming = (db: Db, now: Date, take: number): Promise<ListedRow[]> =>
  db.seminar.findMany({
    where: { publishedAt: { not: null }, endsAt: { gt: now } },
    include: LISTED,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take,
  });

type Past = { now: Date; after: { endsAt: Date; id: string } | null; take: number };

/** Published seminars that are over, the last one first, after another. */
export const listPast = (db: Db, { now, after, take }: Past): Promise<ListedRow[]> =>
  db.seminar.findMany({
    where: {
      publishedAt: { not: null },
      endsAt: { lte: now },
      ...(after
        ? { OR: [{ endsAt: { lt: after.endsAt } }, { endsAt: after.endsAt, id: { lt: after.id } }] }
        : {}),
    },
    include: LISTED,
    orderBy: [{ endsAt: 'desc' }, { id: 'desc' }],
    take,
  });

/** Addresses and titles of published seminars that showed a recording, or were taught by an account. */
export const listRelated = (db: Db, by: { recordingId: string } | { accountId: string }) =>
  db.seminar.findMany({
    where: {
      publishedAt: { not: null },
      ...('recordingId' in by ? { recordings: { some: by } } : { instructors: { some: by } }),
    },
    select: { slug: true, title: true, startsAt: true, endsAt: true, zone: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });

export const insertSeminar = (db: Db, data: Prisma.SeminarUncheckedCreateInput) =>
  db.seminar.create({ data });

/** False when it was published before. */
export async function markPublished(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const { count } = await db.seminar.updateMany({
    where: { id, publishedAt: null },
    data: { publishedAt: at, publishedBy: by },
  });
  return count === 1;
}

/** Puts a recording behind those that are there; a recording that is there already keeps its place. */
export async function appendRecording(
  db: Db,
  row: { seminarId: string; recordingId: string; note: Prisma.InputJsonValue | null },
): Promise<void> {
  const { seminarId, recordingId } = row;
  const note = row.note ?? Prisma.DbNull;
  const { _max } = await db.seminarRecording.aggregate({ where: { seminarId }, _max: { position: true } });
  await db.seminarRecording.upsert({
    where: { seminarId_recordingId: { seminarId, recordingId } },
    create: { seminarId, recordingId, note, position: (_max.position ?? 0) + 1 },
    update: { note },
  });
}

export const listPublishedSlugs = (db: Db) =>
  db.seminar.findMany({
    where: { publishedAt: { not: null } },
    select: { slug: true },
    orderBy: { id: 'asc' },
  });
