import { listCaptionedAssets } from '~/domain/captions/list-captioned-assets.server';
import type { ListCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { listThemes } from '~/domain/catalogue/list-themes.server';
import { listRecordingIds } from '~/domain/recordings/list-recording-ids.server';
import type { Ctx } from '~/platform/context';
import { courseViews } from '../course-views.server';

/** Which recordings speak, and which are captioned in, the languages of the filter. */
async function recordingsOf(ctx: Ctx, { audio, captions }: ListCoursesInput) {
  const [spoken, captioned] = await Promise.all([
    audio ? listRecordingIds(ctx, { spoken: audio }) : undefined,
    captions ? listCaptionedAssets(ctx, { lang: captions }) : undefined,
  ]);
  return { audio: spoken, captions: captioned && (await listRecordingIds(ctx, { assetIds: captioned })) };
}

/** The list of courses with its themes and the counts of every choice. By title unless told. */
export async function loadCourseList(ctx: Ctx, filter: ListCoursesInput) {
  const [themes, recordings] = await Promise.all([listThemes(ctx), recordingsOf(ctx, filter)]);
  const slugs = themes.map(({ slug }) => slug);
  const page = await listCourses(ctx, { ...filter, sort: filter.sort ?? 'title', recordings, themes: slugs });
  const { courses, total, found, next, choices, without } = page;
  return {
    filter,
    ...{ total, found, next, choices, without },
    themes: themes.map(({ slug, title }) => ({ slug, title })),
    courses: await courseViews(ctx, courses),
  };
}

export type CourseList = Awaited<ReturnType<typeof loadCourseList>>;
