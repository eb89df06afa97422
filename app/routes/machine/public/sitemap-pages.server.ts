import { listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { listThemes } from '~/domain/catalogue/list-themes.server';
import { listExternals } from '~/domain/externals/list-externals.server';
import { listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { listInstructors } from '~/domain/partners/list-instructors.server';
import { listRecordingsInput } from '~/domain/recordings/inputs';
import { listRecordings } from '~/domain/recordings/list-recordings.server';
import { listSeminars } from '~/domain/seminars/list-seminars.server';
import type { Ctx } from '~/platform/context';
import { indexedPages } from '~/web/head/public-pages';

/** One stretch of the values of a page's parameter, after a key. */
type Stretch = { values: readonly string[]; next: string | null };
type Source = (ctx: Ctx, after: string | undefined) => Promise<Stretch>;

const slugsOf = (records: readonly { slug: string }[]): string[] => records.map(({ slug }) => slug);

/** Short lists that are read at once. */
const whole =
  (list: (ctx: Ctx) => Promise<readonly string[]>): Source =>
  async (ctx) => ({ values: await list(ctx), next: null });

/** Where the pages with a parameter are known; each such row of head/public-pages has its own here. */
export const SITEMAP_SOURCES: Readonly<Record<string, Source>> = {
  '/courses/:course': async (ctx, after) => {
    const { courses, next } = await listCourses(ctx, listCoursesInput.parse({ after }));
    return { values: slugsOf(courses), next };
  },
  '/techniques/:technique': whole(async (ctx) =>
    (await listTechniques(ctx, listTechniquesInput.parse({}))).techniques.map(({ id }) => id),
  ),
  '/methodologies/:theme': whole(async (ctx) => slugsOf(await listThemes(ctx))),
  '/paths/:path': whole(async (ctx) => slugsOf(await listPaths(ctx))),
  '/seminars/:seminar': async (ctx, after) => {
    const { upcoming, past, next } = await listSeminars(ctx, { after });
    return { values: slugsOf([...upcoming, ...past]), next };
  },
  '/recordings/:recording': async (ctx, after) => {
    const { recordings, next } = await listRecordings(ctx, listRecordingsInput.parse({ after }));
    return { values: slugsOf(recordings), next };
  },
  '/qualifications/others/:external': whole(async (ctx) => slugsOf(await listExternals(ctx))),
  '/instructors/:instructor': whole(async (ctx) => slugsOf(await listInstructors(ctx))),
};

const filled = (path: string, value: string): string => path.replace(/:\w+/, encodeURIComponent(value));

async function* pagesOf(ctx: Ctx, path: string): AsyncGenerator<string> {
  const source = SITEMAP_SOURCES[path];
  if (!source) {
    if (!path.includes(':')) yield path;
    return;
  }
  let after: string | undefined;
  do {
    const stretch: Stretch = await source(ctx, after);
    for (const value of stretch.values) yield filled(path, value);
    after = stretch.next ?? undefined;
  } while (after !== undefined);
}

/** Every public page by its path without language, the plain ones and those of each record. */
export async function listPublicPaths(ctx: Ctx): Promise<string[]> {
  const paths: string[] = [];
  for (const { path } of indexedPages()) for await (const page of pagesOf(ctx, path)) paths.push(page);
  return paths;
}
