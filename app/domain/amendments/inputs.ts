import { z } from 'zod';
import { COMPONENT_KINDS } from '~/domain/claims/inputs';
import { EARNED_KINDS, POINT_CATEGORIES } from '~/domain/frameworks/inputs';
import { LANGS } from '~/i18n/locales';
import { checkbox, id, localDate, optionalLine, paragraphs } from '~/platform/input';

const note = paragraphs(2000);
const reason = note.pipe(z.string().min(1));

/** The fingerprint of the content that the writer of a form had before the eyes. */
const seen = z.string().regex(/^[0-9a-f]{64}$/);

/** As frameworks names levels and components. */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const optionalWhole = (most: number) =>
  z.coerce
    .number()
    .int()
    .min(0)
    .max(most)
    .nullish()
    .transform((value) => value ?? null);

export const EXPIRY_KINDS = [
  'months',
  'calendar-year-end',
  'fiscal-year-end',
  'fiscal-year-end-after-anniversary',
] as const;

export const REQUIREMENT_KINDS = [
  'registration',
  'course',
  'quiz-score',
  'practical',
  'qualification',
  'hours',
  'points',
  'dan',
  'age',
  'code-of-conduct',
] as const;

export const GROUP_KINDS = ['all', 'any', 'at-least'] as const;

/** The list of prerequisites, one of its groups, a tier of reinstatement, or a group that is made by this. */
const into = z.string().regex(/^(top|[gt]\d{1,2}|new-(all|any|at-least))$/);

/** A requirement by its place: the third of the list, the first of the group that is the second, or one of a tier. */
const place = z.string().regex(/^([gt]\d{1,2}-)?\d{1,2}$/);

const byCategory = z.object(
  Object.fromEntries(POINT_CATEGORIES.map((category) => [category, optionalWhole(1000)])) as Record<
    (typeof POINT_CATEGORIES)[number],
    ReturnType<typeof optionalWhole>
  >,
);

/** A course by its address, or a kind of paper: what a live condition comes from. */
const componentSource = z.union([
  z.string().regex(/^course:[a-z0-9-]{1,60}$/),
  z.literal(COMPONENT_KINDS.map((kind) => `paper:${kind}` as const)),
]);

const name = z.object({
  original: z.enum(LANGS),
  kk: optionalLine(120),
  ru: optionalLine(120),
  ja: optionalLine(120),
  en: optionalLine(120),
});

/** The form of each part of a draft. */
export const draftForms = {
  terms: z.object({
    seen,
    effectiveFrom: localDate,
    expiry: z.enum(EXPIRY_KINDS),
    span: whole(0, 600),
    windowMonths: whole(0, 60),
    graceMonths: whole(0, 60),
    cutOffDays: whole(0, 366),
    keysRequired: z.enum(['1', '2']),
  }),
  points: z.object({
    seen,
    asked: checkbox,
    total: optionalWhole(1000),
    carryOver: optionalWhole(1000),
    least: byCategory.optional(),
    most: byCategory.optional(),
  }),
  requirement: z.object({
    seen,
    into,
    kind: z.enum(REQUIREMENT_KINDS),
    course: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .optional(),
    level: slug.optional(),
    category: z.enum(EARNED_KINDS).optional(),
    amount: optionalWhole(2000),
  }),
  group: z.object({ seen, place, kind: z.enum(GROUP_KINDS), count: optionalWhole(30) }),
  'remove-requirement': z.object({ seen, place }),
  component: z.object({
    seen,
    source: componentSource,
    ...name.shape,
  }),
  'component-name': z.object({ seen, kind: z.string().max(60), ...name.shape }),
  'remove-component': z.object({ seen, kind: z.string().max(60) }),
  tier: z.object({ seen, months: whole(1, 600) }),
  'remove-tier': z.object({ seen, months: whole(1, 600) }),
};

export type DraftPart = keyof typeof draftForms;

/** One part as it was sent. */
export type DraftEdit = { [P in DraftPart]: { part: P } & z.output<(typeof draftForms)[P]> }[DraftPart];

const amendment = { amendmentId: id };

export const proposeForm = z.object({ ...amendment, seen, note });
export const withdrawForm = z.object(amendment);
export const withdrawalForm = z.object({ ruleSetId: id, note: reason });

/** The form of each decision. */
export const decisionForms = {
  approve: z.object({ ...amendment, seen, note }),
  return: z.object({ ...amendment, seen, note: reason }),
  refuse: z.object({ ...amendment, seen, note: reason }),
};

export const decideAmendmentSchema = z.discriminatedUnion('act', [
  decisionForms.approve.extend({ act: z.literal('approve') }),
  decisionForms.return.extend({ act: z.literal('return') }),
  decisionForms.refuse.extend({ act: z.literal('refuse') }),
]);
export type DecideAmendmentInput = z.input<typeof decideAmendmentSchema>;
