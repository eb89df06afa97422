import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { getOwnRound } from './data/own-round.server';
import { STUDY_ZONE } from './rules/rounds';
import { standingOf, stepsOf } from './rules/standing';
import type { CourseStanding, LessonStep } from './types';

export type StudyCourse = {
  standing: CourseStanding;
  credit: LocalizedText;
  passPercent: number;
  attempts: number;
  modules: { title: LocalizedText; lessons: LessonStep[] }[];
};

/** A course as its learner sees it. Throws not-found for somebody who is not enrolled. */
export async function getStudyCourse(ctx: Ctx, { slug }: { slug: string }): Promise<StudyCourse> {
  const { round, material } = await getOwnRound(ctx, slug);
  const steps = stepsOf(material, round);
  const moduleOf = new Map(material.lessons.map((lesson) => [lesson.slug, lesson.moduleId]));
  return {
    standing: standingOf(material, round, ctx.clock.today(STUDY_ZONE)),
    credit: material.credit,
    passPercent: material.passPercent,
    attempts: material.attempts,
    modules: material.modules.map(({ id, title }) => ({
      title,
      lessons: steps.filter((step) => moduleOf.get(step.slug) === id),
    })),
  };
}
