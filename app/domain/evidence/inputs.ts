import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { id, line, localDate, paragraphs } from '~/platform/input';

/** A completed course as the event tells it. `ref` is `course:<slug>@<version>`. */
export const courseCompletionSchema = z.object({
  /** The completion's own id: the same completion told twice is one piece of evidence. */
  sourceId: z.uuid(),
  personId: z.uuid(),
  ref: z.string().regex(/^course:[a-z0-9-]+@\d+$/),
  title: localizedText,
  hours: z.number().min(0).max(9999).nullish(),
  points: z.int().min(0).max(1000),
  /** The live condition that this course gives, such as 'safeguarding'. */
  component: z.string().max(60).nullish(),
  validityMonths: z.int().min(1).max(600).nullish(),
  /** The best result of its quiz; none without a quiz. */
  scorePercent: z.int().min(0).max(100).nullish(),
  occurredOn: localDate,
  /** Not a completion, but a result in the quiz of a course that was completed before; `sourceId` is the attempt's. */
  isQuizAlone: z.boolean().optional(),
});
export type CourseCompletion = z.input<typeof courseCompletionSchema>;

export const MARKS = ['0', '1', '2', '3', '4', '5'] as const;

export const recordScoreSheetSchema = z.object({
  /** Made when the form was drawn: the same sheet sent twice is one. */
  submissionKey: id,
  personId: id,
  level: z.string().regex(/^[a-z0-9-]{1,60}$/),
  heldOn: localDate,
  place: line(160),
  remarks: paragraphs(4000),
  /** Marks 0–5 by criterion. */
  marks: z.record(
    z.string().regex(/^[a-z0-9-]{1,60}$/),
    z.coerce.string().pipe(z.enum(MARKS)).transform(Number),
  ),
});
export type RecordScoreSheetInput = Omit<z.input<typeof recordScoreSheetSchema>, 'marks'> & {
  marks: Readonly<Record<string, string | number>>;
};

export const signScoreSheetSchema = z.object({ sheetId: id });
export const findCandidatesSchema = z.object({ q: line(120) });
export const settlePendingSchema = z.object({ personId: id });
