import type { QuizQuestion } from '~/domain/catalogue/list-questions.server';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { type Attempt, bestScore, findNewestAttempt } from './data/attempts.server';
import { questionsOf } from './data/material.server';
import { getOwnRound } from './data/own-round.server';
import { isRight, type QuestionOrder } from './rules/quiz';

export type OpenQuestion = {
  id: string;
  prompt: LocalizedText;
  /** In the order of this attempt; an option is named by its place. */
  options: LocalizedText[];
  /** Several options are right. */
  several: boolean;
  chosen: number[];
};

export type ReviewedQuestion = {
  id: string;
  prompt: LocalizedText;
  options: { text: LocalizedText; isRight: boolean; isChosen: boolean }[];
  isRight: boolean;
  explanation: LocalizedText;
  source: string;
};

export type QuizView = {
  questions: number;
  passPercent: number;
  attempts: number;
  used: number;
  passed: boolean;
  /** Another attempt can be begun: some are left, and not every answer was right yet. */
  mayTry: boolean;
  /** The attempt that waits to be submitted: no right answers, no explanations. */
  open: { number: number; startedAt: Date; questions: OpenQuestion[] } | null;
  /** The newest submitted attempt, unless another one is open. */
  result: {
    number: number;
    scorePercent: number;
    passed: boolean;
    submittedAt: Date;
    questions: ReviewedQuestion[];
  } | null;
};

/** The quiz of a course as its learner may see it now. Throws not-found for somebody who is not enrolled. */
export async function getQuiz(ctx: Ctx, { course }: { course: string }): Promise<QuizView> {
  const { round, material } = await getOwnRound(ctx, course);
  const [attempt, questions] = await Promise.all([
    findNewestAttempt(ctx.db, round.enrolmentId),
    questionsOf(ctx, material.versionId),
  ]);
  return {
    questions: questions.length,
    passPercent: material.passPercent,
    attempts: material.attempts,
    used: round.submitted,
    passed: round.passed,
    mayTry:
      round.submitted < material.attempts &&
      (!round.passed || (await bestScore(ctx.db, round.enrolmentId)) < 100),
    open: attempt && !attempt.submittedAt ? openView(attempt, questions) : null,
    result: attempt?.submittedAt ? resultView(attempt, attempt.submittedAt, questions) : null,
  };
}

/** The questions of an attempt in its order. */
const ordered = <T>(
  attempt: Attempt,
  questions: readonly QuizQuestion[],
  view: (question: QuizQuestion, order: QuestionOrder, chosen: number[]) => T,
): T[] =>
  attempt.order.flatMap((order) => {
    const question = questions.find(({ id }) => id === order.id);
    return question ? [view(question, order, attempt.answers[order.id] ?? [])] : [];
  });

const openView = (attempt: Attempt, questions: readonly QuizQuestion[]): QuizView['open'] => ({
  number: attempt.number,
  startedAt: attempt.startedAt,
  questions: ordered(attempt, questions, ({ id, prompt, options, correct }, order, chosen) => ({
    id,
    prompt,
    options: order.options.flatMap((option) => options[option] ?? []),
    several: correct.length > 1,
    chosen: chosen.map((option) => order.options.indexOf(option)).filter((place) => place >= 0),
  })),
});

const resultView = (
  attempt: Attempt,
  submittedAt: Date,
  questions: readonly QuizQuestion[],
): QuizView['result'] => ({
  number: attempt.number,
  scorePercent: attempt.scorePercent ?? 0,
  passed: attempt.passed ?? false,
  submittedAt,
  questions: ordered(
    attempt,
    questions,
    ({ id, prompt, options, correct, explanation, source }, order, chosen) => ({
      id,
      prompt,
      explanation,
      source,
      isRight: isRight(chosen, correct),
      options: order.options.flatMap((option) => {
        const text = options[option];
        return text ? [{ text, isRight: correct.includes(option), isChosen: chosen.includes(option) }] : [];
      }),
    }),
  ),
});
