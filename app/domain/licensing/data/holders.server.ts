import type { Db } from '~/platform/context';
import type { Holder, HolderFacts } from '../types';

export async function saveHolder(db: Db, { mail: _mail, personId, ...facts }: HolderFacts): Promise<void> {
  await db.holder.upsert({ where: { personId }, create: { personId, ...facts }, update: facts });
}

export const findHolder = (db: Db, personId: string): Promise<Holder | null> =>
  db.holder.findUnique({ where: { personId }, omit: { foldedNames: true } });

export const isHolder = async (db: Db, personId: string): Promise<boolean> =>
  (await db.holder.count({ where: { personId } })) > 0;
