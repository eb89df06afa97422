import { z } from 'zod';
import { id } from '~/platform/input';
import { FIELDS } from './rules/fields';
import { mappingSchema } from './rules/mapping';

export { type Field, FIELDS } from './rules/fields';
export type { Mapping } from './rules/mapping';
export { type Stage, STAGES } from './rules/stage';

/** Bytes of a file, and rows of its sheet. */
export const MOST_BYTES = 20_000_000;
export const MOST_ROWS = 50_000;

export const importJobSchema = z.object({ importId: id });

const isUnused = (value: unknown): boolean => value instanceof File && value.size === 0 && value.name === '';

export const sendFileForm = z.object({
  /** Made when the form was drawn: the same file sent twice is one import. */
  submissionKey: id,
  organisationId: id,
  file: z
    .custom<File>((value) => value instanceof File, 'required')
    .refine((file) => !isUnused(file), 'required'),
});

export type SendFileInput = {
  submissionKey: string;
  organisationId: string;
  file: { name: string; bytes: Uint8Array };
};

const many = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(schema));

/** As the form sends it: lists that belong together by their places; '' where nothing is chosen. */
export const mapColumnsForm = z.object({
  column: many(z.enum(['', ...FIELDS]).optional()),
  dateColumn: many(z.string().max(4)),
  dateOrder: many(z.enum(['', 'dmy', 'mdy']).optional()),
  placeValue: many(z.string().max(1000)),
  placeChoice: many(z.union([z.literal(''), id]).optional()),
  levelValue: many(z.string().max(1000)),
  levelChoice: many(z.union([z.literal(''), id]).optional()),
});

export const chooseSheetForm = z.object({ sheet: z.coerce.number().int().min(0).max(500) });

export const mapColumnsSchema = z.object({
  importId: id,
  what: z.union([z.object({ sheet: z.number().int().min(0) }), z.object({ mapping: mappingSchema })]),
});
export type MapColumnsInput = z.input<typeof mapColumnsSchema>;

export const PAIR_DECISIONS = ['same', 'other', 'out'] as const;
export type PairDecision = (typeof PAIR_DECISIONS)[number];

/** As the form sends it: the pair's id and what is chosen for it, by place. */
export const decidePairsForm = z.object({
  pair: many(z.string().regex(/^[0-9a-f-]{36}=(same|other|out)$/)),
});

export const decidePairsSchema = z.object({
  importId: id,
  decisions: z.array(z.object({ pairId: id, decision: z.enum(PAIR_DECISIONS) })).max(200),
});

export const pageSchema = z.object({ after: z.string().max(60).catch('') });
export const noFields = z.object({});
