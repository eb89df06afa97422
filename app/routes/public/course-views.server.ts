import type { ListedCourse } from '~/domain/catalogue/list-courses.server';
import type { Ctx } from '~/platform/context';
import type { CourseView } from '~/ui/catalogue/course-facts';
import { sumOf } from '~/ui/catalogue/material';
import { loadRecordingViews } from './recording-views.server';

/** Listed courses with what their recordings weigh and speak. */
export async function courseViews(ctx: Ctx, courses: readonly ListedCourse[]): Promise<CourseView[]> {
  const recordings = await loadRecordingViews(
    ctx,
    courses.flatMap(({ recordingIds }) => recordingIds),
  );
  return courses.map(({ recordingIds, ...course }) => ({
    ...course,
    material: sumOf(recordingIds, recordings),
  }));
}
