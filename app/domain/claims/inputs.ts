import { z } from 'zod';
import { id, line, localDate, optionalLine, paragraphs } from '~/platform/input';
import { CLAIM_KINDS, kindRules } from './rules/kinds';

export { CLAIM_KINDS, COMPONENT_KINDS, isClaimKind, kindRules } from './rules/kinds';

/** Files of one claim, and bytes of each. */
export const MOST_FILES = 5;
export const MOST_BYTES = 10_000_000;

export const GRADES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

// What may be left out is null here; parsed once more it stays the same.

const optionalText = (max: number) =>
  z.union([z.null(), optionalLine(max)]).transform((text) => text || null);

const optionalDate = z
  .union([z.literal(''), localDate])
  .nullish()
  .transform((day) => day || null);

/** People write 1,5 or 1.5. */
const optionalHours = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.trim().replace(',', '.') : value),
    z.coerce.number().positive().max(9999).nullish(),
  )
  .transform((hours) => (hours ? Math.round(hours * 10) / 10 : null));

const optionalGrade = z.coerce
  .number()
  .int()
  .min(1)
  .max(GRADES.length)
  .nullish()
  .transform((grade) => grade ?? null);

/** What the paper is among those known: a level's slug, of a dan grade the slug of its family; null: another one. */
const external = optionalText(60);

const paper = z.object({
  issuer: line(200),
  number: optionalText(100),
  issuedOn: localDate,
  validUntil: optionalDate,
  external,
});

const fields = paper.extend({
  /** Made when the form was drawn: the same claim sent twice is one. */
  submissionKey: id,
  kind: z.enum(CLAIM_KINDS),
  title: optionalText(200),
  nameOnPaper: line(200),
  grade: optionalGrade,
  hours: optionalHours,
  note: paragraphs(2000),
});

/** What the kind asks for is there; what it does not ask for is left out. */
const byKind = (given: z.output<typeof fields>, check: z.core.$RefinementCtx<unknown>) => {
  const rules = kindRules(given.kind);
  const external = rules.external ? given.external : null;
  for (const name of ['title', 'grade'] as const)
    if (rules[name] && given[name] === null && !(name === 'title' && external))
      check.addIssue({ code: 'custom', message: 'required', path: [name], input: given });
  return {
    ...given,
    title: rules.title ? given.title : null,
    grade: rules.grade ? given.grade : null,
    hours: rules.hours ? given.hours : null,
    validUntil: rules.validUntil ? given.validUntil : null,
    external,
  };
};

const isUnused = (value: unknown): boolean => value instanceof File && value.name === '' && value.size === 0;

/** As browsers send them: those left empty come too. */
const sentFiles = z.preprocess(
  (value) => [value ?? []].flat().filter((each) => !isUnused(each)),
  z.array(z.custom<File>((value) => value instanceof File)).min(1, 'required'),
);

/** The form as a browser sends it. */
export const claimForm = fields
  .extend({ files: sentFiles })
  .transform(({ files, ...given }, check) => ({ ...byKind(given, check), files }));

/** The same with the bytes of its files. */
export const handInSchema = fields
  .extend({
    files: z.array(
      z.object({ name: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
    ),
  })
  .transform(({ files, ...given }, check) => ({ ...byKind(given, check), files }));
export type HandInInput = z.input<typeof handInSchema>;
export type HandedIn = z.output<typeof handInSchema>;

export const withdrawClaimSchema = z.object({ claimId: id });

export const REFUSAL_REASONS = [
  'unreadable',
  'wrong-person',
  'expired',
  'not-recognised',
  'doubt',
  'other',
] as const;

/** The form of each decision. To confirm, the paper as the registrar reads it. */
export const decisionForms = {
  confirm: paper.extend({ note: paragraphs(2000) }),
  refuse: z.object({ reason: z.enum(REFUSAL_REASONS), note: paragraphs(2000).pipe(z.string().min(1)) }),
};

export const decideClaimSchema = z.discriminatedUnion('act', [
  decisionForms.confirm.extend({ act: z.literal('confirm'), claimId: id }),
  decisionForms.refuse.extend({ act: z.literal('refuse'), claimId: id }),
]);
export type DecideClaimInput = z.input<typeof decideClaimSchema>;

/** Of which external level a confirmed paper is. */
export const nameExternalForm = z.object({ external: line(60) });
export const nameExternalSchema = nameExternalForm.extend({ claimId: id });
export type NameExternalInput = z.input<typeof nameExternalSchema>;

export const CLAIM_LISTS = ['open', 'closed'] as const;

export const listClaimsSchema = z.object({
  list: z.enum(CLAIM_LISTS).catch('open'),
  kind: z.enum(CLAIM_KINDS).nullable().catch(null),
  path: z
    .string()
    .max(300)
    .regex(/^(\/([a-z0-9-]+\/)*)?$/)
    .catch(''),
  q: z.string().max(120).catch(''),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type ListClaimsInput = Partial<Record<keyof z.output<typeof listClaimsSchema>, string | null>>;
