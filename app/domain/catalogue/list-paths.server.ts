import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listPaths as listRows, listTaught } from './data/paths.server';
import { findForbidden } from './data/taught.server';
import { type AgeGroup, ageGroup } from './inputs';
import { drawPath, type PathRow } from './rules/path-lines';
import { meansChildren } from './rules/safe-for-children';

export type PathStep = {
  slug: string;
  title: LocalizedText;
  note: LocalizedText;
  level: number;
  hours: number;
  mandatory: boolean;
  /** Courses that must come first, by address, on this path or beside it. */
  after: { slug: string; title: LocalizedText | null }[];
  row: PathRow;
};

export type LearningPath = {
  slug: string;
  ageGroup: AgeGroup;
  title: LocalizedText;
  summary: LocalizedText;
  hours: number;
  steps: PathStep[];
};

type Row = Awaited<ReturnType<typeof listRows>>[number];

/**
 * Learning paths in their order, or the one with the address. A course that teaches chokes or locks never stands on a
 * path for children, whatever was written about it after the path.
 */
export async function listPaths(ctx: Ctx, { slug }: { slug?: string } = {}): Promise<LearningPath[]> {
  const rows = await listRows(ctx.db, slug);
  const courses = rows.flatMap(({ steps }) => steps.map(({ course }) => course));
  const required = courses.flatMap(({ versions }) =>
    versions.flatMap(({ prerequisites }) => prerequisites.map(({ course }) => course)),
  );
  const taught = await listTaught(ctx.db, [
    ...new Set([...courses, ...required].map((course) => course.slug)),
  ]);
  const forbidden = new Set((await findForbidden(ctx, taught)).map((course) => course.slug));
  const titles = new Map(
    courses.flatMap((course) => course.versions.map(({ title }) => [course.slug, readText(title)] as const)),
  );
  return rows.map((row) => toPath(row, forbidden, titles));
}

function toPath(
  row: Row,
  forbidden: ReadonlySet<string>,
  titles: ReadonlyMap<string, LocalizedText>,
): LearningPath {
  const group = ageGroup.parse(row.ageGroup);
  const isOffered = (course: string) => !(meansChildren(group) && forbidden.has(course));
  const steps = row.steps.flatMap(({ course, note }) => {
    const [version] = course.versions;
    if (!version || !isOffered(course.slug)) return [];
    const after = version.prerequisites
      .map((required) => required.course.slug)
      .filter(isOffered)
      .map((required) => ({ slug: required, title: titles.get(required) ?? null }));
    return [
      {
        slug: course.slug,
        title: readText(version.title),
        note: readText(note),
        level: version.level,
        hours: Number(version.hours),
        mandatory: version.mandatory,
        after,
      },
    ];
  });
  const lines = drawPath(steps.map((step) => ({ key: step.slug, after: step.after.map((one) => one.slug) })));
  return {
    slug: row.slug,
    ageGroup: group,
    title: readText(row.title),
    summary: readText(row.summary),
    hours: steps.reduce((sum, step) => sum + step.hours, 0),
    steps: steps.flatMap((step, index) => {
      const line = lines[index];
      return line ? [{ ...step, row: line }] : [];
    }),
  };
}
