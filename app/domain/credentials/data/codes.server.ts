import type { Db } from '~/platform/context';

export type StoredCode = { credentialId: string; address: string; keyId: string; signedAt: Date };

export const findCode = (db: Db, credentialId: string): Promise<StoredCode | null> =>
  db.credentialCode.findUnique({ where: { credentialId } });

/** Keeps the code and gives the one that holds: the first that was kept. */
export async function keepCode(db: Db, code: StoredCode): Promise<StoredCode> {
  await db.credentialCode.createMany({ data: [code], skipDuplicates: true });
  return db.credentialCode.findUniqueOrThrow({ where: { credentialId: code.credentialId } });
}
