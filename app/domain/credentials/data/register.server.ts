import type { Db } from '~/platform/context';
import { Prisma, type RegisterEntry } from '~/platform/db/client';
import { newId } from '~/platform/ids';

/** Until commit nobody else changes the consents or the entries of these people; always locked in the same order. */
export const lockPeople = (db: Db, personIds: readonly string[]) =>
  db.$executeRaw(Prisma.sql`
    SELECT pg_advisory_xact_lock(7203, person) FROM (
      SELECT DISTINCT hashtext(id) AS person FROM unnest(${[...personIds]}::text[]) id ORDER BY 1
    ) people`);

/** The newest answer of each person who ever gave one. */
export async function findConsents(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { listed: boolean; recordedAt: Date }>> {
  const rows = await db.$queryRaw<{ personId: string; listed: boolean; recordedAt: Date }[]>(Prisma.sql`
    SELECT DISTINCT ON (person_id) person_id::text AS "personId", listed, recorded_at AS "recordedAt"
    FROM register_consent WHERE person_id = ANY(${[...personIds]}::uuid[])
    ORDER BY person_id, recorded_at DESC, id DESC`);
  return new Map(rows.map(({ personId, ...answer }) => [personId, answer]));
}

/** The same of one person; null when there never was one. */
export const findConsent = async (db: Db, personId: string) =>
  (await findConsents(db, [personId])).get(personId) ?? null;

/** Every answer, oldest first. */
export const listConsents = (db: Db, personId: string) =>
  db.registerConsent.findMany({
    where: { personId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    select: { listed: true, recordedAt: true },
  });

export const insertConsent = (db: Db, row: { personId: string; listed: boolean; recordedAt: Date }) =>
  db.registerConsent.create({ data: { id: newId(), ...row } });

/** Puts `entries` in the place of whatever stood in the register for the people. */
export async function replaceEntries(
  db: Db,
  personIds: readonly string[],
  entries: readonly RegisterEntry[],
): Promise<void> {
  await db.registerEntry.deleteMany({ where: { personId: { in: [...personIds] } } });
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
