import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { id, line, localDate, optionalLine, paragraphs } from '~/platform/input';

export { allAsked, withParts } from './rules/asked';

export { requirementKey } from './rules/countable';

export { lastDayToHandIn, latestCutOff } from './rules/cut-off';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** When a licence ends, counted from its first day. `years` counts full years after the first one. */
export const expiryRule = z.discriminatedUnion('kind', [
  /** The day before the same day so many months later. */
  z.object({ kind: z.literal('months'), months: z.int().min(1).max(600) }),
  /** 31 December, `years` after the year of the first day. */
  z.object({ kind: z.literal('calendar-year-end'), years: z.int().min(0).max(50) }),
  /** 31 March, `years` after the end of the fiscal year of the first day. */
  z.object({ kind: z.literal('fiscal-year-end'), years: z.int().min(0).max(50) }),
  /** The first 31 March strictly after the anniversary so many years later. */
  z.object({ kind: z.literal('fiscal-year-end-after-anniversary'), years: z.int().min(1).max(50) }),
]);
export type ExpiryRule = z.infer<typeof expiryRule>;

/** Where points and hours come from. */
export const POINT_CATEGORIES = ['course', 'seminar', 'practical', 'placement', 'other'] as const;
export type PointCategory = (typeof POINT_CATEGORIES)[number];

/** The same, or all of them together. */
export const EARNED_KINDS = ['any', ...POINT_CATEGORIES] as const;
export type EarnedKind = (typeof EARNED_KINDS)[number];

/** The kinds that something on record can be of: nobody could meet a rule that asks for another one. */
export const EARNED_SOURCES: Readonly<Record<'hours' | 'points', readonly EarnedKind[]>> = {
  hours: ['any', 'course', 'other'],
  points: ['any', 'course'],
};

/** One thing that must be there before a level is awarded. */
export type SimpleRequirement =
  /** The sign-in e-mail is confirmed. */
  | { kind: 'registration' }
  /** A completed course, any version: `course:<slug>`. */
  | { kind: 'course'; ref: string }
  /** The quiz of a completed course, any version, with at least so many per cent right. */
  | { kind: 'quiz-score'; ref: string; percent: number }
  /** A practical examination for a level, by the level's slug. */
  | { kind: 'practical'; level: string }
  /** Another qualification that is in force, by the level's slug. */
  | { kind: 'qualification'; level: string }
  /** Hours of what is on record, all its life, of one kind or of all. */
  | { kind: 'hours'; category: EarnedKind; hours: number }
  /** Points of what is on record, all its life, of one kind or of all. */
  | { kind: 'points'; category: EarnedKind; points: number }
  /** A dan grade on record, this one or a higher one. */
  | { kind: 'dan'; grade: number }
  /** At least so many full years on the day, counted as identities does. */
  | { kind: 'age'; years: number }
  /** The federation's code of conduct that is in force on the day is accepted. */
  | { kind: 'code-of-conduct' };

const courseRef = z.string().regex(/^course:[a-z0-9-]+$/);

export type Requirement =
  | SimpleRequirement
  | { kind: 'all'; of: Requirement[] }
  | { kind: 'any'; of: Requirement[] }
  | { kind: 'at-least'; count: number; of: Requirement[] };

const parts = z.lazy(() => z.array(requirement).min(1).max(30));

export const requirement: z.ZodType<Requirement> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('registration') }),
    z.object({ kind: z.literal('course'), ref: courseRef }),
    z.object({ kind: z.literal('quiz-score'), ref: courseRef, percent: z.int().min(1).max(100) }),
    z.object({ kind: z.literal('practical'), level: slug }),
    z.object({ kind: z.literal('qualification'), level: slug }),
    z.object({ kind: z.literal('hours'), category: z.enum(EARNED_KINDS), hours: z.int().min(1).max(2000) }),
    z.object({ kind: z.literal('points'), category: z.enum(EARNED_KINDS), points: z.int().min(1).max(1000) }),
    z.object({ kind: z.literal('dan'), grade: z.int().min(1).max(10) }),
    z.object({ kind: z.literal('age'), years: z.int().min(1).max(99) }),
    z.object({ kind: z.literal('code-of-conduct') }),
    z.object({ kind: z.literal('all'), of: parts }),
    z.object({ kind: z.literal('any'), of: parts }),
    z.object({ kind: z.literal('at-least'), count: z.int().min(1).max(30), of: parts }),
  ]),
);

/** A condition that must stay live as long as the licence does. `ref` says where one gets it. */
export const componentRule = z.object({ kind: slug, name: localizedText, ref: z.string().max(120) });
export type ComponentRule = z.infer<typeof componentRule>;

const points = z.int().min(0).max(1000);

/** What a renewal asks for in points; a cycle is counted by the rules it began under. */
export const pointsRule = z.object({
  total: points.min(1),
  /** At least so many of a kind, and no more than `maximum` count; null: no limit. */
  categories: z
    .array(z.object({ category: z.enum(POINT_CATEGORIES), minimum: points, maximum: points.nullable() }))
    .max(POINT_CATEGORIES.length),
  /** Points above the total that pass into the next cycle, at most. */
  carryOver: points,
});
export type PointsRule = z.infer<typeof pointsRule>;

/**
 * After grace: until so many months after the last day, renewal asks for this besides. Courses and examinations
 * count when they are later than that last day; a dan grade, hours and points whenever they were earned.
 */
export const reinstatementTier = z.object({
  months: z.int().min(1).max(600),
  requires: z.array(requirement).max(20),
});
export type ReinstatementTier = z.infer<typeof reinstatementTier>;

/** What the practical examination of a level looks at. Marks are 0–5. */
export const criterion = z.object({
  key: slug,
  name: localizedText,
  hint: localizedText,
  minimum: z.int().min(0).max(5),
});
export type Criterion = z.infer<typeof criterion>;

export const criteria = z.object({
  items: z.array(criterion).min(1).max(30),
  meanAtLeast: z.number().min(0).max(5),
});
export type Criteria = z.infer<typeof criteria>;

/** A person who may sign, in office from a day (to a day); a ladder that is written whole brings them in their order. */
export const signatory = z.object({
  name: z.string().min(1).max(120),
  office: localizedText,
  organisation: localizedText,
  from: localDate,
  until: localDate.nullable(),
});
export type Signatory = z.infer<typeof signatory>;

export const ruleSetInput = z.object({
  effectiveFrom: localDate,
  prerequisites: requirement,
  components: z.array(componentRule).max(20),
  expiry: expiryRule,
  /** Months before the last day in which renewal is open; 0: none. */
  windowMonths: z.int().min(0).max(60),
  /** Months after the last day in which renewal is still possible; 0: none. */
  graceMonths: z.int().min(0).max(60),
  /** Days before the last day by which a renewal must be handed in; 0: until the last day. */
  cutOffDays: z.int().min(0).max(366).default(0),
  keysRequired: z.union([z.literal(1), z.literal(2)]),
  /** Null: renewal asks for no points. */
  points: pointsRule.nullable().default(null),
  /** Earliest first; after the last one the level is applied for anew. */
  reinstatement: z.array(reinstatementTier).max(10).default([]),
});

export type RuleSetInput = z.output<typeof ruleSetInput>;

const inFour = (text: ReturnType<typeof optionalLine>) =>
  z.object({ kk: text, ru: text, ja: text, en: text });

/** What a level is called and what it is, as it is typed. */
export const levelTexts = z.object({
  original: z.enum(LANGS),
  name: inFour(optionalLine(120)).default({ kk: '', ru: '', ja: '', en: '' }),
  summary: inFour(paragraphs(1000)).default({ kk: '', ru: '', ja: '', en: '' }),
});

const inFourNeeded = z.object({ original: z.enum(LANGS), ...inFour(optionalLine(120)).shape });

/** A new signatory as it is typed; `submissionKey` is made with the form. */
export const appointSchema = z.object({
  submissionKey: id,
  rank: z.coerce.number().int().min(1).max(4),
  name: line(120),
  latinName: line(120),
  office: inFourNeeded,
  organisation: inFourNeeded,
  from: localDate,
  until: localDate.nullish(),
  document: line(300),
});
export type AppointInput = z.input<typeof appointSchema>;

/** `seen` is how many acts the writer of the form had before the eyes. */
const seenSignatory = { signatoryId: id, seen: z.coerce.number().int().min(1).max(1000) };

export const endTermSchema = z.object({ ...seenSignatory, on: localDate, document: line(300) });
export type EndTermInput = z.input<typeof endTermSchema>;

export const decideSignatorySchema = z.object({ ...seenSignatory, decision: z.enum(['confirm', 'refuse']) });
export type DecideSignatoryInput = z.input<typeof decideSignatorySchema>;

export const defineFrameworkSchema = z.object({
  slug,
  organisationId: z.uuid(),
  /** The organisation's materialised path, such as '/kjf/'. */
  path: z.string().regex(/^\/([a-z0-9-]+\/)+$/),
  name: localizedText,
  zone: z.string().min(1).max(60),
  numberPrefix: z.string().regex(/^[A-Z]{2,8}$/),
  signatories: z.array(signatory).max(8),
  validFrom: localDate,
  levels: z
    .array(
      z.object({
        slug,
        rank: z.int().min(1).max(50),
        name: localizedText,
        summary: localizedText,
        criteria,
        ruleSets: z.array(ruleSetInput).min(1).max(50),
      }),
    )
    .min(1)
    .max(50),
});
export type DefineFrameworkInput = z.input<typeof defineFrameworkSchema>;
export type FrameworkDefinition = z.output<typeof defineFrameworkSchema>;
