import { z } from 'zod';
import { id } from '~/platform/input';
import { mappingSchema } from './rules/mapping';

export { FIELDS, type Field } from './rules/fields';
export type { Mapping } from './rules/mapping';
export { STAGES, type Stage } from './rules/stage';

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

/** As the form sends it: every value says what it belongs to; nothing behind the sign is no choice. */
export const mapColumnsForm = z.object({
  column: many(z.string().regex(/^\d{1,3}=[a-z-]*$/)),
  order: many(z.string().regex(/^\d{1,3}=(dmy|mdy)?$/)),
  place: many(z.string().regex(/^([0-9a-f-]{36})?=.{1,4000}$/u)),
  level: many(z.string().regex(/^([0-9a-f-]{36})?=.{1,4000}$/u)),
});

const pairsOf = (values: readonly string[]): [string, string][] =>
  values.map((value) => {
    const at = value.indexOf('=');
    return [value.slice(0, at), value.slice(at + 1)];
  });

const chosen = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(pairsOf(values).flatMap(([id, key]) => (id ? [[key, id]] : [])));

/** The mapping that the form says. */
export const mappingOf = ({ column, order, place, level }: z.output<typeof mapColumnsForm>): unknown => ({
  fields: Object.fromEntries(pairsOf(column).filter(([, field]) => field !== '')),
  orders: Object.fromEntries(pairsOf(order).filter(([, said]) => said !== '')),
  places: chosen(place),
  levels: chosen(level),
});

export const chooseSheetForm = z.object({ sheet: z.coerce.number().int().min(0).max(500) });

export const mapColumnsSchema = z.object({
  importId: id,
  what: z.union([z.object({ sheet: z.number().int().min(0) }), z.object({ mapping: mappingSchema })]),
});

export const PAIR_DECISIONS = ['same', 'other', 'out'] as const;
export type PairDecision = (typeof PAIR_DECISIONS)[number];

/** As the form sends it: the pair's id and what is chosen for it; nothing behind the sign is no choice. */
export const decidePairsForm = z.object({
  pair: many(z.string().regex(/^[0-9a-f-]{36}=(same|other|out)?$/)),
});

export const decisionsOf = ({ pair }: z.output<typeof decidePairsForm>) =>
  pairsOf(pair).flatMap(([pairId, said]) => {
    const decision = PAIR_DECISIONS.find((each) => each === said);
    return decision ? [{ pairId, decision }] : [];
  });

export const decidePairsSchema = z.object({
  importId: id,
  decisions: z.array(z.object({ pairId: id, decision: z.enum(PAIR_DECISIONS) })).max(200),
});

export const noFields = z.object({});
