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
