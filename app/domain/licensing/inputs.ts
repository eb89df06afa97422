import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { id, line, localDate, paragraphs } from '~/platform/input';

/** The languages of the certificate; the use case asks for exactly two. */
const languages = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.enum(LANGS)).max(LANGS.length),
);

export const applySchema = z.object({
  level: z.string().regex(/^[a-z0-9-]{1,60}$/),
  languages,
  note: paragraphs(2000),
});
export type ApplyInput = z.input<typeof applySchema>;

export const withdrawSchema = z.object({ applicationId: id });

export const REFUSAL_REASONS = ['requirements', 'documents', 'doubt', 'other'] as const;

const note = paragraphs(2000);
const text = note.pipe(z.string().min(1));

/** The form of each decision. */
export const decisionForms = {
  propose: z.object({ note }),
  confirm: z.object({ note }),
  return: z.object({ note: text }),
  refuse: z.object({ reason: z.enum(REFUSAL_REASONS), note: text }),
};

export const decideSchema = z.discriminatedUnion('act', [
  decisionForms.propose.extend({ act: z.literal('propose'), applicationId: id }),
  decisionForms.confirm.extend({ act: z.literal('confirm'), applicationId: id }),
  decisionForms.return.extend({ act: z.literal('return'), applicationId: id }),
  decisionForms.refuse.extend({ act: z.literal('refuse'), applicationId: id }),
]);
export type DecideInput = z.input<typeof decideSchema>;

export const SANCTION_REASONS = [
  'conduct',
  'safety',
  'false-documents',
  'court',
  'own-request',
  'other',
] as const;

/** What a sanction or its end rests on: number and date of the document, and the first day on which it counts. */
const order = z.object({ document: line(200), effectiveOn: localDate, note });

/** The form of each sanction. */
export const sanctionForms = {
  revoke: order.extend({ reason: z.enum(SANCTION_REASONS) }),
  suspend: order.extend({ reason: z.enum(SANCTION_REASONS) }),
  lift: order.extend({ reason: z.literal('lifted').default('lifted') }),
};

export const sanctionSchema = z.discriminatedUnion('act', [
  sanctionForms.revoke.extend({ act: z.literal('revoke'), qualificationId: id }),
  sanctionForms.suspend.extend({ act: z.literal('suspend'), qualificationId: id }),
  sanctionForms.lift.extend({ act: z.literal('lift'), qualificationId: id }),
]);
export type SanctionInput = z.input<typeof sanctionSchema>;

/** An organisation's materialised path, such as '/kjf/karaganda/', or nothing. */
const placePath = z
  .string()
  .max(300)
  .regex(/^(\/([a-z0-9-]+\/)*)?$/);

export const APPLICATION_LISTS = ['open', 'submitted', 'proposed', 'closed'] as const;

export const listApplicationsSchema = z.object({
  list: z.enum(APPLICATION_LISTS).catch('open'),
  level: z.string().max(60).catch(''),
  path: placePath.catch(''),
  q: z.string().max(120).catch(''),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type ListApplicationsInput = Partial<
  Record<keyof z.output<typeof listApplicationsSchema>, string | null>
>;

export const REGISTER_LISTS = [
  'current',
  'active',
  'renewable',
  'suspended',
  'grace',
  'lapsed',
  'revoked',
  'all',
] as const;

export const searchRegisterSchema = z.object({
  state: z.enum(REGISTER_LISTS).catch('current'),
  level: z.string().max(60).catch(''),
  path: placePath.catch(''),
  q: z.string().max(120).catch(''),
  /** Only those whose last day lies within so many days from today. */
  within: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  /** Only those who lack this component today; 'any' = at least one. */
  missing: z
    .string()
    .regex(/^[a-z0-9-]{0,60}$/)
    .catch(''),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type SearchRegisterInput = Partial<Record<keyof z.output<typeof searchRegisterSchema>, string | null>>;
