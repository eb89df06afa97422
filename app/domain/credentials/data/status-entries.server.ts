import { randomInt } from 'node:crypto';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

/** Places of one status list (Bitstring Status List 1.0 asks for at least as many). */
export const STATUS_LIST_LENGTH = 131_072;

/** So many draws without a free place mean that a list is about three quarters full: the next one is begun. */
const DRAWS = 16;

export type StatusPlace = { listNo: number; index: number };

/** Number of the list in which places are drawn now. */
export async function newestList(db: Db): Promise<number> {
  const newest = await db.statusEntry.findFirst({ orderBy: { listNo: 'desc' }, select: { listNo: true } });
  return newest?.listNo ?? 1;
}

async function insert(db: Db, credentialId: string, { listNo, index }: StatusPlace): Promise<boolean> {
  const inserted = await db.$executeRaw(Prisma.sql`
    INSERT INTO status_entry (credential_id, list_no, index) VALUES (${credentialId}::uuid, ${listNo}, ${index})
    ON CONFLICT DO NOTHING`);
  return inserted === 1;
}

export const findPlace = (db: Db, credentialId: string): Promise<StatusPlace | null> =>
  db.statusEntry.findUnique({ where: { credentialId }, select: { listNo: true, index: true } });

/** Draws places in the newest list for credentials that have none, in one statement where the first draws are free. */
export async function drawPlaces(db: Db, credentialIds: readonly string[]): Promise<void> {
  const draws = credentialIds.map(() => randomInt(STATUS_LIST_LENGTH));
  const placed = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO status_entry (credential_id, list_no, index)
    SELECT id, coalesce((SELECT max(list_no) FROM status_entry), 1), index
    FROM unnest(${[...credentialIds]}::uuid[], ${draws}::int[]) drawn (id, index)
    ON CONFLICT DO NOTHING RETURNING credential_id::text AS id`);
  const isPlaced = new Set(placed.map(({ id }) => id));
  for (const id of credentialIds) if (!isPlaced.has(id)) await placeOf(db, id);
}

/** The place of a credential in the status lists; a random free one is drawn for it once. */
export async function placeOf(db: Db, credentialId: string): Promise<StatusPlace> {
  const known = await findPlace(db, credentialId);
  if (known) return known;
  let listNo = await newestList(db);
  for (let draw = 1; ; draw += 1) {
    const place = { listNo, index: randomInt(STATUS_LIST_LENGTH) };
    if (await insert(db, credentialId, place)) return place;
    const other = await findPlace(db, credentialId);
    if (other) return other;
    if (draw % DRAWS === 0) listNo += 1;
  }
}
