import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { SavedFilter } from '../types';

const SHOWN = { id: true, name: true, query: true } as const;

/** Until commit nobody else changes this person's filters. */
export const lockFilters = (db: Db, personId: string) =>
  db.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(7205, hashtext(${personId}))`);

/** All of a person, in the order of names. */
export const selectFilters = (db: Db, personId: string): Promise<SavedFilter[]> =>
  db.$queryRaw(Prisma.sql`
    SELECT id::text, name, query FROM saved_filter WHERE person_id = ${personId}::uuid
    ORDER BY name COLLATE "kk-x-icu", id`);

export const insertFilter = (
  db: Db,
  row: { personId: string; name: string; query: string; createdAt: Date },
): Promise<SavedFilter> => db.savedFilter.create({ data: { id: newId(), ...row }, select: SHOWN });

export const changeName = (db: Db, id: string, name: string) =>
  db.savedFilter.update({ where: { id }, data: { name } });

/** What is gone already stays gone. */
export const removeFilter = (db: Db, which: { id: string; personId: string }) =>
  db.savedFilter.deleteMany({ where: which });
