import type { Db } from '~/platform/context';
import { newId } from '~/platform/ids';

export type NewImport = {
  assetId: string;
  lang: string;
  origin: string;
  fileName: string;
  encoding: string;
  content: string;
  sentBy: string;
  sentAt: Date;
};

/** Files that wait longer than a day for their sender's word are forgotten. */
const WAITS_MS = 86_400_000;

/** Keeps a file until its sender says what to do; the sender's older ones that waited too long go. Answers its id. */
export async function insertImport(db: Db, file: NewImport): Promise<string> {
  const { sentBy, sentAt } = file;
  await db.captionImport.deleteMany({
    where: { sentBy, sentAt: { lt: new Date(sentAt.getTime() - WAITS_MS) }, confirmedAt: null },
  });
  const id = newId();
  await db.captionImport.create({ data: { id, ...file } });
  return id;
}

export const findImport = (db: Db, id: string) => db.captionImport.findUnique({ where: { id } });

/** False when it was confirmed before. */
export async function markConfirmed(db: Db, id: string, confirmedAt: Date): Promise<boolean> {
  const { count } = await db.captionImport.updateMany({
    where: { id, confirmedAt: null },
    data: { confirmedAt, content: '' },
  });
  return count === 1;
}
