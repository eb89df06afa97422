/** How an attempt shows a question: its options by their places in the catalogue. */
export type QuestionOrder = { id: string; options: number[] };

type Marked = { id: string; correct: readonly number[] };

/** A shuffled copy (Fisher and Yates); `random` gives 0 ≤ x < 1. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return result;
}

/** The order of one attempt: questions and, in each, its options. */
export const drawOrder = (
  questions: readonly { id: string; options: readonly unknown[] }[],
  random: () => number,
) =>
  shuffled(questions, random).map(
    ({ id, options }): QuestionOrder => ({ id, options: shuffled([...options.keys()], random) }),
  );

/** Whether exactly the right options were chosen. */
export const isRight = (chosen: readonly number[], correct: readonly number[]): boolean =>
  new Set(chosen).size === new Set(correct).size && correct.every((option) => chosen.includes(option));

/** Per cent of right answers, rounded down, so that a pass mark is never reached by rounding. */
export function scoreOf(
  questions: readonly Marked[],
  answers: Readonly<Record<string, readonly number[]>>,
): number {
  const right = questions.filter(({ id, correct }) => isRight(answers[id] ?? [], correct));
  return questions.length === 0 ? 100 : Math.floor((right.length / questions.length) * 100);
}

/** The result of a completion as others are told it: a course without a quiz has none. */
export const scoreToTell = (
  { lessons }: { lessons: readonly { kind: string }[] },
  scorePercent: number,
): number | null => (lessons.some(({ kind }) => kind === 'quiz') ? scorePercent : null);

/** Places in the order of an attempt as places in the catalogue; unknown questions and places are left out. */
export function fromPlaces(
  order: readonly QuestionOrder[],
  answers: Readonly<Record<string, readonly number[]>>,
): Record<string, number[]> {
  const chosen = order.flatMap(({ id, options }): [string, number[]][] => {
    const places = answers[id]?.filter((place) => place < options.length) ?? [];
    return places.length > 0 ? [[id, [...new Set(places)].flatMap((place) => options[place] ?? [])]] : [];
  });
  return Object.fromEntries(chosen);
}
