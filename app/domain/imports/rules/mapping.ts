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
  /** Those values as a table has them, by their folded text: what people are shown. */
  words: z.record(z.string(), z.string()).default({}),
});
export type Mapping = z.output<typeof mappingSchema>;

/** The mapping with the words of the values it has a choice for, from what was known before and what a table has now. */
export function withWords(
  mapping: Mapping,
  before: Readonly<Record<string, string>>,
  found: readonly { key: string; value: string }[],
): Mapping {
  const known = new Map([...Object.entries(before), ...found.map(({ key, value }) => [key, value] as const)]);
  const keys = [...Object.keys(mapping.places), ...Object.keys(mapping.levels)];
  const words = keys.flatMap((key) => {
    const word = known.get(key);
    return word === undefined ? [] : [[key, word] as const];
  });
  return { ...mapping, words: Object.fromEntries(words) };
}

/** Codes of errors. */
export type MappingFault =
  | 'imports.mapping-no-name'
  | 'imports.mapping-two-names'
  | 'imports.mapping-family-without-given'
  | 'imports.mapping-twice'
  | 'imports.mapping-no-awarded';

/** What keeps a table from being read this way; null when nothing does. */
export function mappingFault({ fields }: Pick<Mapping, 'fields'>): MappingFault | null {
  const used = Object.values(fields);
  const has = (field: (typeof FIELDS)[number]) => used.includes(field);
  if (new Set(used).size < used.length) return 'imports.mapping-twice';
  if (has('full-name') && (has('family') || has('given'))) return 'imports.mapping-two-names';
  if (has('family') !== has('given')) return 'imports.mapping-family-without-given';
  if (!has('full-name') && !has('family')) return 'imports.mapping-no-name';
  return has('level') && !has('awarded') ? 'imports.mapping-no-awarded' : null;
}
