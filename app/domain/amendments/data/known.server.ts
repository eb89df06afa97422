import { hasCode } from '~/domain/conduct/has-code.server';
import { allAsked } from '~/domain/frameworks/inputs';
import type { CourseQuiz, DraftRules, Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { quizzesOf } from './quizzes.server';

/** What faults of rules are found by: quizzes of the courses they name, and whether a code of conduct is in force on their first day, where they ask for it. */
export async function knownTo(
  ctx: Ctx,
  level: Level,
  rules: DraftRules,
): Promise<{ quizzes: ReadonlyMap<string, CourseQuiz>; hasCode: boolean }> {
  const asksForCode = allAsked(rules).some(({ kind }) => kind === 'code-of-conduct');
  const which = { frameworkId: level.framework.id, on: rules.effectiveFrom };
  return {
    quizzes: await quizzesOf(ctx, rules),
    hasCode: asksForCode && (await hasCode(ctx, which)),
  };
}

/** Of rules that were found sound before. */
export const NOTHING_ASKED = { quizzes: new Map<string, CourseQuiz>(), hasCode: true } as const;
