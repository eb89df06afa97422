import { z } from 'zod';
import { localDate, placePath } from '~/platform/input';

export const REGISTER_ORDERS = ['until', 'name'] as const;

export const REGISTER_LISTS = [
  'current',
  'active',
  'renewable',
  'suspended',
  'grace',
  'lapsed',
  'surrendered',
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
