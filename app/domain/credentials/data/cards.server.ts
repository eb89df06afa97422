import type { Db } from '~/platform/context';

export type NewCard = {
  credentialId: string;
  storageKey: string;
  /** Of the stored file, hex. */
  sha256: string;
  bytes: number;
  /** Of the card before it was signed, hex. */
  drawnSha256: string;
  certificateId: string;
  templateVersion: number;
  renderedAt: Date;
};

export const findCard = (db: Db, credentialId: string) =>
  db.credentialCard.findUnique({ where: { credentialId } });

/** Writes the row; false when there is one already, which stays as it is. */
export async function insertCard(db: Db, row: NewCard): Promise<boolean> {
  const { count } = await db.credentialCard.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}
