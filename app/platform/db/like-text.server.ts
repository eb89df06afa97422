import { Prisma } from './client';

/** A text as the beginning or a part of a LIKE pattern. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Rows that belong to one of the ids, or lie at or below one of the materialised paths; without both there are none. */
export function reached(
  { ids, paths }: { ids: readonly string[]; paths: readonly string[] },
  id: Prisma.Sql,
  path: Prisma.Sql,
): Prisma.Sql {
  const parts = paths.map((each) => Prisma.sql`${path} LIKE ${`${likeText(each)}%`}`);
  if (ids.length > 0) parts.push(Prisma.sql`${id} = ANY(${[...ids]}::uuid[])`);
  return parts.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(parts, ' OR ')})`;
}
