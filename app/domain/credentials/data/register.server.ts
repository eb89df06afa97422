import type { Db } from '~/platform/context';
import { Prisma, type RegisterEntry } from '~/platform/db/client';
import { newId } from '~/platform/ids';

/** Until commit nobody else changes the consent or the entries of this person. */
export const lockPerson = (db: Db, personId: string) =>
  db.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(7203, hashtext(${personId}))`);

/** The newest answer of the person; null when there never was one. */
export const findConsent = (db: Db, personId: string) =>
  db.registerConsent.findFirst({
    where: { personId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    select: { listed: true, recordedAt: true },
  });

/** Every answer, oldest first. */
export const listConsents = (db: Db, personId: string) =>
  db.registerConsent.findMany({
    where: { personId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    select: { listed: true, recordedAt: true },
  });

export const insertConsent = (db: Db, row: { personId: string; listed: boolean; recordedAt: Date }) =>
  db.registerConsent.create({ data: { id: newId(), ...row } });

/** Puts `entries` in the place of whatever stood in the register for the person. */
export async function replaceEntries(
  db: Db,
  personId: string,
  entries: readonly RegisterEntry[],
): Promise<void> {
  await db.registerEntry.deleteMany({ where: { personId } });
  if (entries.length > 0) await db.registerEntry.createMany({ data: [...entries] });
}

export type RegisterKey = { name: string; serial: string };

/** Entries that contain every folded word, by name, after the key. */
export function listEntries(
  db: Db,
  filter: { words: readonly string[]; after: RegisterKey | null; take: number },
) {
  const { words, after, take } = filter;
  const conditions = [
    ...words.map((word) => Prisma.sql`folded LIKE ${`%${word}%`}`),
    ...(after
      ? [
          Prisma.sql`(display_name COLLATE "kk-x-icu", serial COLLATE "C")
                     > (${after.name} COLLATE "kk-x-icu", ${after.serial} COLLATE "C")`,
        ]
      : []),
  ];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return db.$queryRaw<RegisterKey[]>(Prisma.sql`
    SELECT display_name AS name, serial FROM register_entry ${where}
    ORDER BY display_name COLLATE "kk-x-icu", serial COLLATE "C" LIMIT ${take}`);
}
