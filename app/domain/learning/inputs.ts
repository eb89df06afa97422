import { z } from 'zod';

/** A day of the longest recording, in seconds. */
const DAY = 86_400;

const second = z.int().min(0).max(DAY);
const interval = z.tuple([second, second]).refine(([from, to]) => from < to, 'invalid');

/** Seconds of the master that were watched: `[from, to)` each, in any order, overlapping or not. */
export const saveProgressInput = z.object({
  lessonId: z.uuid(),
  intervals: z.array(interval).max(1000),
  position: second.default(0),
});
export type SaveProgressInput = z.infer<typeof saveProgressInput>;

/** Minutes and seconds as people write them: '1:05', '62:10', '1:02:05'. */
const clock = z
  .string()
  .regex(/^\s*(\d{1,2}:)?\d{1,4}:[0-5]\d\s*$/, 'clock')
  .transform((text) =>
    text
      .trim()
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0),
  );

/** The form «what I watched», for browsers without script. */
export const watchedInput = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from < to && to <= DAY, { path: ['to'], message: 'clock-order' });

const ticked = z.coerce.number().int().min(0).max(200);

export const markDoneInput = z.object({
  /** Indexes of the ticked items of a practice. */
  items: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(ticked).max(200)),
});

const choice = z.coerce.number().int().min(0).max(50);

/** Chosen options by question id, as places in the order that this attempt shows. */
export const answersInput = z.object({
  answers: z
    .record(
      z.uuid(),
      z.preprocess((value) => [value].flat(), z.array(choice).min(1).max(50)),
    )
    .default({}),
});
export type Answers = z.infer<typeof answersInput>['answers'];
