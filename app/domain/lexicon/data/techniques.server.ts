import { z } from 'zod';
import { readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import type { Technique } from '~/platform/db/client';
import { namePart, restriction, techniqueClass, traditionalSet } from '../inputs';
import { isForPrimarySchool } from '../rules/restrictions';
import type { ListedTechnique } from '../types';

/** A stored row as the domain speaks of it. */
function toTechnique(row: Technique): ListedTechnique {
  const restrictions = z.array(restriction).parse(row.restrictions);
  return {
    id: row.id,
    position: row.position,
    class: techniqueClass.parse(row.class),
    set: traditionalSet.nullable().parse(row.set),
    names: {
      kanji: row.kanji,
      kana: row.kana,
      romaji: row.romaji,
      cyrillic: row.cyrillic,
      polivanov: row.polivanov,
    },
    parts: z.array(namePart).parse(row.parts),
    meaning: readText(row.meaning),
    restrictions,
    forPrimarySchool: isForPrimarySchool(restrictions),
  };
}

export const selectTechniques = async (db: Db): Promise<ListedTechnique[]> =>
  (await db.technique.findMany({ orderBy: { position: 'asc' } })).map(toTechnique);

export const selectTechnique = (db: Db, id: string) => db.technique.findUnique({ where: { id } });

export const countTechniques = (db: Db): Promise<number> => db.technique.count();

export const selectNames = (db: Db) =>
  db.techniqueName.findMany({ where: { removedAt: null }, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] });

/** All names a technique has and had. */
export const selectNamesOf = (db: Db, techniqueId: string) =>
  db.techniqueName.findMany({ where: { techniqueId }, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] });

export const selectElements = (db: Db) => db.nameElement.findMany({ orderBy: { kanji: 'asc' } });

export const selectElementsOf = (db: Db, kanji: readonly string[]) =>
  db.nameElement.findMany({ where: { kanji: { in: [...kanji] } } });

/** Current relations in which the technique stands, on either side. */
export const selectRelationsOf = (db: Db, techniqueId: string) =>
  db.techniqueRelation.findMany({
    where: { removedAt: null, OR: [{ fromId: techniqueId }, { toId: techniqueId }] },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  });
