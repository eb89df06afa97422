import type { Ctx } from '~/platform/context';

export const insertPerson = (tx: Ctx, id: string) =>
  tx.db.person.create({ data: { id, createdAt: tx.clock.now() } });

/** Those of the people who have an account. */
export async function listAccountHolders(tx: Ctx, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db.account.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

/** Removes people with their names and places. */
export async function deletePersons(tx: Ctx, personIds: readonly string[]): Promise<void> {
  const personId = { in: [...personIds] };
  await tx.db.personName.deleteMany({ where: { personId } });
  await tx.db.affiliation.deleteMany({ where: { personId } });
  await tx.db.person.deleteMany({ where: { id: personId } });
}
