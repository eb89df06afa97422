import { isLang, type Lang } from '~/i18n/locales';
import type { Db } from '~/platform/context';
import type { AddedSound, Prisma } from '~/platform/db/client';
import { UNEXAMINED } from '../rules/probe-sound';

export type StoredSound = AddedSound;

export const findSound = (db: Db, id: string): Promise<StoredSound | null> =>
  db.addedSound.findUnique({ where: { id } });

/** The sound, with every sound of its language locked until commit; null when there is none. */
export async function lockSound(db: Db, id: string): Promise<StoredSound | null> {
  await db.$queryRaw`SELECT id FROM added_sound WHERE (asset_id, lang) =
    (SELECT asset_id, lang FROM added_sound WHERE id = ${id}::uuid) ORDER BY id FOR UPDATE`;
  return findSound(db, id);
}

export const insertSound = (db: Db, data: Prisma.AddedSoundUncheckedCreateInput) =>
  db.addedSound.create({ data });

/** Everything of an asset that was not removed, the oldest first. */
export const listSounds = (db: Db, assetId: string): Promise<StoredSound[]> =>
  db.addedSound.findMany({
    where: { assetId, removedAt: null },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  });

export const langOf = ({ lang }: Pick<StoredSound, 'lang'>): Lang => (isLang(lang) ? lang : 'ja');

/** What was found in the file; false when another run was faster, or it was removed. */
export async function noteExamined(
  db: Db,
  id: string,
  found: { durationMs: number } | { refusal: string },
): Promise<boolean> {
  const { count } = await db.addedSound.updateMany({
    where: { id, durationMs: null, refusal: null, removedAt: null },
    data: found,
  });
  return count === 1;
}

/** False when it did not fail. */
export async function forgetFailure(db: Db, id: string): Promise<boolean> {
  const { count } = await db.addedSound.updateMany({
    where: { id, refusal: UNEXAMINED, removedAt: null },
    data: { refusal: null },
  });
  return count === 1;
}

export const saveSound = (db: Db, id: string, data: { label: string; offsetMs: number; savedAt: Date }) =>
  db.addedSound.update({ where: { id }, data });

/** False when it was removed before. */
export async function markRemoved(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.addedSound.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: at },
  });
  return count === 1;
}

type Others = { assetId: string; lang: string; except: string; isSaved: boolean };

/** Removes the other sounds of the language: those that were saved, or those that were not. Gives their ids. */
export async function removeOthers(
  db: Db,
  { assetId, lang, except, isSaved }: Others,
  at: Date,
): Promise<string[]> {
  const where: Prisma.AddedSoundWhereInput = {
    ...{ assetId, lang, removedAt: null, id: { not: except } },
    savedAt: isSaved ? { not: null } : null,
  };
  const others = await db.addedSound.findMany({ where, select: { id: true } });
  const ids = others.map(({ id }) => id);
  await db.addedSound.updateMany({ where: { id: { in: ids } }, data: { removedAt: at } });
  return ids;
}
