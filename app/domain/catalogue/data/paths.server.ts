import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

const CURRENT = { publishedAt: { not: null }, supersededAt: null };

const INCLUDE = {
  steps: {
    orderBy: { position: 'asc' },
    include: {
      course: {
        include: {
          versions: { where: CURRENT, include: { prerequisites: { include: { course: true } } } },
        },
      },
    },
  },
} satisfies Prisma.LearningPathInclude;

/** Paths with their courses in current versions and what these ask for; all of them, or the one with the address. */
export const listPaths = (db: Db, slug?: string) =>
  db.learningPath.findMany({
    where: slug === undefined ? {} : { slug },
    include: INCLUDE,
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  });

export const findPath = (db: Db, slug: string) => db.learningPath.findUnique({ where: { slug } });

export const insertPath = (db: Db, data: Prisma.LearningPathUncheckedCreateInput) =>
  db.learningPath.create({ data });

/** What courses teach, by their addresses. */
export const listTaught = (db: Db, slugs: readonly string[]) =>
  db.course.findMany({
    where: { slug: { in: [...slugs] } },
    select: { id: true, slug: true, techniqueIds: true, termIds: true, ageGroups: true },
  });
