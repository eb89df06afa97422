import { z } from 'zod';
import { classifyCourse } from '~/domain/catalogue/classify-course.server';
import { definePath } from '~/domain/catalogue/define-path.server';
import { defineTheme } from '~/domain/catalogue/define-theme.server';
import { type AgeGroup, ageGroup, source } from '~/domain/catalogue/inputs';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { listThemes } from '~/domain/catalogue/list-themes.server';
import type { Ctx } from '~/platform/context';
import { readCatalogue } from '../catalogue-files';
import { readData } from '../read-data';
import { text, texts } from './texts';

const theme = z.object({
  id: z.string(),
  title: texts,
  summary: texts,
  essay: texts,
  sources: z.array(source),
  techniques: z.array(z.string()),
  courses: z.array(z.string()),
  lessons: z.array(z.string()),
});

const path = z.object({
  id: z.string(),
  age: ageGroup,
  title: texts,
  summary: texts,
  steps: z.array(z.object({ course: z.string(), note: texts })),
});

/** Whom each sample course is about. */
const AGES: Record<string, AgeGroup[]> = {
  'ukemi-children': ['school', 'children'],
  'uchi-komi-periodisation': ['professional'],
  'kumi-kata': ['children', 'professional'],
  'ne-waza-transitions': ['professional'],
  'nage-no-kata': ['professional'],
  'ju-no-kata': ['school', 'children'],
  'judo-in-school-lesson': ['school'],
  'load-monitoring': ['professional'],
  'injury-head': ['school', 'children', 'professional'],
  'moral-code': ['school', 'children'],
  safeguarding: ['school', 'children', 'professional'],
  'clean-sport': ['professional'],
};

async function read<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  const file = await readData(`showcase/${name}.json`, schema);
  if (!file) throw new Error(`The demo has no ${name}`);
  return file;
}

/** Methodologies, what each sample course is about, and the learning paths; what exists is left alone. */
export async function seedThemes(ctx: Ctx, organisationId: string): Promise<void> {
  const { themes } = await read('themes', z.object({ themes: z.array(theme) }));
  const known = new Set((await listThemes(ctx)).map(({ slug }) => slug));
  for (const [index, each] of themes.entries()) {
    if (known.has(each.id)) continue;
    await defineTheme(ctx, {
      ...{ slug: each.id, organisationId, position: index + 1, sources: each.sources },
      ...{ title: text(each.title), summary: text(each.summary), essay: text(each.essay) },
      ...{ techniqueIds: each.techniques, lessonRefs: each.lessons },
    });
  }
  for (const course of await readCatalogue()) {
    await classifyCourse(ctx, {
      slug: course.id,
      themes: themes.filter(({ courses }) => courses.includes(course.id)).map(({ id }) => id),
      ageGroups: AGES[course.id] ?? [],
      techniqueIds: course.technique_ids,
      termIds: course.term_ids,
    });
  }
  await seedPaths(ctx, organisationId);
}

async function seedPaths(ctx: Ctx, organisationId: string): Promise<void> {
  const { paths } = await read('paths', z.object({ paths: z.array(path) }));
  const known = new Set((await listPaths(ctx)).map(({ slug }) => slug));
  for (const [index, each] of paths.entries()) {
    if (known.has(each.id)) continue;
    await definePath(ctx, {
      ...{ slug: each.id, organisationId, position: index + 1, ageGroup: each.age },
      ...{ title: text(each.title), summary: text(each.summary) },
      steps: each.steps.map(({ course, note }) => ({ course, note: text(note) })),
    });
  }
}
