import { readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { ExternalDefinition } from '../inputs';
import type { ExternalFramework } from '../types';

export async function loadExternals(db: Db): Promise<ExternalFramework[]> {
  const rows = await db.externalFramework.findMany({
    include: { levels: { orderBy: { rank: 'asc' } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ position: _place, levels, ...row }) => ({
    ...row,
    name: readText(row.name),
    issuer: readText(row.issuer),
    note: readText(row.note),
    levels: levels.map(({ frameworkId: _family, ...level }) => ({
      ...level,
      name: readText(level.name),
      note: readText(level.note),
    })),
  }));
}

export const hasExternal = async (db: Db, slug: string): Promise<boolean> =>
  (await db.externalFramework.count({ where: { slug } })) > 0;

/** Gives the id of the family. */
export async function insertExternal(
  db: Db,
  { levels, path: _keeper, ...facts }: ExternalDefinition,
): Promise<string> {
  const id = newId();
  await db.externalFramework.create({ data: { id, ...facts } });
  await db.externalLevel.createMany({
    data: levels.map((level) => ({ ...level, id: newId(), frameworkId: id })),
  });
  return id;
}
