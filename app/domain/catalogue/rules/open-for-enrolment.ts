import type { LessonKind } from '../inputs';

export type LessonMaterial = {
  kind: LessonKind;
  hasBody: boolean;
  hasChecklist: boolean;
  hasRecording: boolean;
};

const isReady: Record<LessonKind, (lesson: LessonMaterial) => boolean> = {
  video: (lesson) => lesson.hasRecording,
  reading: (lesson) => lesson.hasBody,
  practice: (lesson) => lesson.hasBody && lesson.hasChecklist,
  quiz: () => true,
  assignment: () => false,
};

/** A course can be studied when every lesson has its material; assignments wait for the examination by video. */
export const isOpenForEnrolment = (lessons: readonly LessonMaterial[]): boolean =>
  lessons.length > 0 && lessons.every((lesson) => isReady[lesson.kind](lesson));
