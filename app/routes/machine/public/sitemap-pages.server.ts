import { listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { listThemes } from '~/domain/catalogue/list-themes.server';
import { listInstructors } from '~/domain/partners/list-instructors.server';
import { listRecordings } from '~/domain/recordings/list-recordings.server';
import { listSeminars } from '~/domain/seminars/list-seminars.server';
import type { Ctx } from '~/platform/context';
import { indexedPages } from '~/web/head/public-pages';

/** One stretch of the values of a page's parameter, after a key. */
type Stretch = { values: readonly string[]; next: string | null };
type Source = (ctx: Ctx, after: string | null) => Promise<Stretch>;

/** A list that is never long enough to be read in stretches. */
const whole = (list: readonly { slug: string }[]): Stretch => ({ values: list.map(({ slug }) => slug), next: null });

/** Where the pages with a parameter are known; each such row of head/public-pages has its own here. */
export const SITEMAP_SOURCES: Readonly<Record<string, Source>> = {
  '/courses/:course': async (ctx, after) => {
    const { courses, next } = await listCourses(ctx, listCoursesInput.parse({ after: after ?? undefined }));
    return { values: courses.map(({ slug }) => slug), next };
  },
  '/methodologies/:theme': async (ctx) => whole(await listThemes(ctx)),
  '/paths/:path': async (ctx) => whole(await listPaths(ctx)),
  '/instructors/:instructor': async (ctx) => whole(await listInstructors(ctx)),
  '/seminars/:seminar': async (ctx, after) => {
    const { upcoming, past, next } = await listSeminars(ctx, { after: after ?? undefined });
    return { values: [...upcoming, ...past].map(({ slug }) => slug), next };
  },
  '/recordings/:recording': async (ctx, after) => {
    const { recordings, next } = await listRecordings(ctx, { after: after ?? undefined });
    return { values: recordings.map(({ slug }) => slug), next };
  },
};

const filled = (path: string, value: string): string => path.replace(/:\w+/, encodeURIComponent(value));

async function* pagesOf(ctx: Ctx, path: string): AsyncGenerator<string> {
  const source = SITEMAP_SOURCES[path];
  if (!source) {
    if (!path.includes(':')) yield path;
    return;
  }
  let after: string | null = null;
  do {
    const stretch: Stretch = await source(ctx, after);
    for (const value of stretch.values) yield filled(path, value);
    after = stretch.next;
  } while (after !== null);
}

/** Every public page by its path without language, the plain ones and those of each record. */
export async function listPublicPaths(ctx: Ctx): Promise<string[]> {
  const paths: string[] = [];
  for (const { path } of indexedPages()) for await (const page of pagesOf(ctx, path)) paths.push(page);
  return paths;
}
