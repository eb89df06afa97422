import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import type { CourseQuiz, DraftRules } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { quizCourses } from '../rules/quiz-courses';

/** By address, the quizzes of the courses whose result the rules ask for; courses that are not there are left out. */
export async function quizzesOf(ctx: Ctx, rules: DraftRules): Promise<ReadonlyMap<string, CourseQuiz>> {
  const courses = await listCourseTitles(ctx, { slugs: quizCourses(rules) });
  return new Map([...courses].map(([slug, { quiz }]) => [slug, quiz]));
}
