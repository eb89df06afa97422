import { z } from 'zod';
import { id, line, localDate, paragraphs, placePath } from '~/platform/input';

const note = paragraphs(2000);

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

export const REGISTER_ORDERS = ['until', 'name'] as const;

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

/** An address may ask for a day; what is no day is left out. */
const askedDay = localDate.nullable().catch(null);

/** The words of the register's address. A form sends empty fields; what cannot be read is left out. */
export const searchRegisterSchema = z.object({
  state: z.enum(REGISTER_LISTS).catch('current'),
  framework: z.string().max(60).catch(''),
  level: z.string().max(60).catch(''),
  path: placePath.catch(''),
  /** A name in any script, or the number or serial of a document. */
  q: z.string().max(120).catch(''),
  /** Only those whose last day lies within so many days from today. */
  within: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  /** Only those whose last day is not before, not after these. */
  from: askedDay,
  to: askedDay,
  /** Only those who lack this component today; 'any' = at least one. */
  missing: z
    .string()
    .regex(/^[a-z0-9-]{0,60}$/)
    .catch(''),
  sort: z.enum(REGISTER_ORDERS).catch('until'),
  after: z.string().max(100).catch(''),
});
export type SearchRegisterQuery = z.output<typeof searchRegisterSchema>;
/** As the address of the page has it. */
export type SearchRegisterInput = Partial<Record<keyof SearchRegisterQuery, string | null>>;
