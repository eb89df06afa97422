import { z } from 'zod';
import { id, line } from '~/platform/input';

export { componentNames } from './rules/export-rows';

/** The words of the register's address that make a filter. */
export const FILTER_WORDS = [
  'state',
  'framework',
  'level',
  'path',
  'within',
  'from',
  'to',
  'missing',
  'q',
  'sort',
] as const;
export type FilterWord = (typeof FILTER_WORDS)[number];

const name = line(80);

export const saveFilterSchema = z.object({
  name,
  /** The query of the address, without '?'; empty: the register as it opens. */
  query: z.string().max(1500).optional().default(''),
});
export const renameFilterSchema = z.object({ filterId: id, name });
export const deleteFilterSchema = z.object({ filterId: id });

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportSchema = z.object({ format: z.enum(EXPORT_FORMATS).catch('xlsx') });
