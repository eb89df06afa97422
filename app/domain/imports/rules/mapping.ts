import { z } from 'zod';
import { FIELDS } from './fields';

const orders = z.enum(['dmy', 'mdy']);

/** How a table is read; columns by their number from 0, values by their folded text. */
export const mappingSchema = z.object({
  fields: z.record(z.string(), z.enum(FIELDS)),
  /** Of columns whose days may be read in two ways. */
  orders: z.record(z.string(), orders).default({}),
  /** Places and levels that the registrar chose for what the table calls otherwise. */
  places: z.record(z.string(), z.uuid()).default({}),
  levels: z.record(z.string(), z.uuid()).default({}),
});
export type Mapping = z.output<typeof mappingSchema>;

export type MappingFault = 'no-name' | 'two-names' | 'family-without-given' | 'twice' | 'no-awarded';

/** What keeps a table from being read this way; null when nothing does. */
export function mappingFault({ fields }: Pick<Mapping, 'fields'>): MappingFault | null {
  const used = Object.values(fields);
  const has = (field: (typeof FIELDS)[number]) => used.includes(field);
  if (new Set(used).size < used.length) return 'twice';
  if (has('full-name') && (has('family') || has('given'))) return 'two-names';
  if (has('family') !== has('given')) return 'family-without-given';
  if (!has('full-name') && !has('family')) return 'no-name';
  return has('level') && !has('awarded') ? 'no-awarded' : null;
}
