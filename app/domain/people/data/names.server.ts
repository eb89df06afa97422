import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { Spelling } from '../inputs';
import { foldedName } from '../rules/names';

/** Serialises changes of one person's names. */
export async function lockPerson(tx: Ctx, personId: string): Promise<void> {
  await tx.db.$queryRaw(Prisma.sql`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`);
}

export async function insertName(tx: Ctx, personId: string, name: Spelling): Promise<void> {
  const patronymic = name.patronymic || null;
  const folded = foldedName({ ...name, patronymic });
  await tx.db.personName.create({
    data: { id: newId(), personId, ...name, patronymic, folded, recordedAt: tx.clock.now() },
  });
}

type Place = Pick<Spelling, 'script' | 'kind'>;

export const selectCurrentName = (tx: Ctx, personId: string, { script, kind }: Place) =>
  tx.db.personName.findFirst({ where: { personId, script, kind, replacedAt: null } });

/** Ends the current spelling; the row stays. */
export const endName = (tx: Ctx, id: string) =>
  tx.db.personName.update({ where: { id }, data: { replacedAt: tx.clock.now() } });

export const countCurrentNames = (tx: Ctx, personId: string) =>
  tx.db.personName.count({ where: { personId, replacedAt: null, kind: 'own' } });

/** Current and former spellings, oldest first. */
export const selectAllNames = ({ db }: Ctx, personId: string) =>
  db.personName.findMany({ where: { personId }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] });
