import type { Ctx } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

export const insertTechnique = (tx: Ctx, data: Prisma.TechniqueCreateInput) =>
  tx.db.technique.create({ data });

/** Pieces that are known stay as they are. */
export const insertElements = (tx: Ctx, data: Prisma.NameElementCreateManyInput[]) =>
  tx.db.nameElement.createMany({ data, skipDuplicates: true });

export const insertNames = (tx: Ctx, data: Prisma.TechniqueNameCreateManyInput[]) =>
  tx.db.techniqueName.createMany({ data });

/** How many of the terms are new. */
export async function insertTerms(tx: Ctx, data: Prisma.TermCreateManyInput[]): Promise<number> {
  const { count } = await tx.db.term.createMany({ data, skipDuplicates: true });
  return count;
}

export const selectName = (tx: Ctx, id: string) => tx.db.techniqueName.findUnique({ where: { id } });

/** Since when and by whom something is so; the set-up of an installation is nobody's account. */
const stamp = (tx: Ctx) => ({ at: tx.clock.now(), by: tx.actor?.accountId ?? null });

export function markNameRemoved(tx: Ctx, id: string) {
  const { at: removedAt, by: removedBy } = stamp(tx);
  return tx.db.techniqueName.update({ where: { id }, data: { removedAt, removedBy } });
}

export const markNameBack = (tx: Ctx, id: string) =>
  tx.db.techniqueName.update({ where: { id }, data: { removedAt: null, removedBy: null } });

export type NewRelation = { id: string; fromId: string; toId: string; kind: string; source: string | null };

export function insertRelation(tx: Ctx, relation: NewRelation) {
  const { at: addedAt, by: addedBy } = stamp(tx);
  return tx.db.techniqueRelation.create({ data: { ...relation, addedAt, addedBy } });
}

export const findCurrentRelation = (tx: Ctx, relation: Pick<NewRelation, 'fromId' | 'toId' | 'kind'>) =>
  tx.db.techniqueRelation.findFirst({ where: { ...relation, removedAt: null } });

export const selectRelation = (tx: Ctx, id: string) => tx.db.techniqueRelation.findUnique({ where: { id } });

export function markRelationRemoved(tx: Ctx, id: string) {
  const { at: removedAt, by: removedBy } = stamp(tx);
  return tx.db.techniqueRelation.update({ where: { id }, data: { removedAt, removedBy } });
}
