import type { Db } from '~/platform/context';
import type { Claimant } from '../types';

export async function saveClaimant(db: Db, facts: Claimant & { foldedNames: string }): Promise<void> {
  const { personId, displayName, latinName, foldedNames, path } = facts;
  const known = { displayName, latinName, foldedNames, path };
  await db.claimant.upsert({ where: { personId }, create: { personId, ...known }, update: known });
}

export const hasClaims = async (db: Db, personId: string): Promise<boolean> =>
  (await db.claim.findFirst({ where: { personId }, select: { id: true } })) !== null;

export const findClaimant = (db: Db, personId: string): Promise<Claimant | null> =>
  db.claimant.findUnique({ where: { personId }, omit: { foldedNames: true } });
