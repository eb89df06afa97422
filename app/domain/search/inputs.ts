import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { LONGEST_QUERY } from '~/platform/search/text/query-text';
import { DOCUMENT_KINDS } from '~/platform/search/types';

/** What the results can be narrowed to. */
export const RESULT_KINDS = ['technique', 'term', ...DOCUMENT_KINDS] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** Whole characters of what was typed, without signs that nobody types; too long a text is cut and said so. */
const words = z
  .string()
  .transform((text) => text.replace(/[\u0000-\u001f\u007f\ud800-\udfff]+/gu, ' ').trim())
  .catch('')
  .default('');

export const searchEverythingInput = z
  .object({
    q: words,
    kind: z.enum(RESULT_KINDS).optional().catch(undefined),
    /** The language of the texts. */
    in: z.enum(LANGS).optional().catch(undefined),
    /** Only what deals with this technique. */
    technique: z
      .string()
      .regex(/^[a-z0-9-]{1,80}$/)
      .optional()
      .catch(undefined),
    after: z.string().max(60).optional().catch(undefined),
  })
  .transform(({ q, ...rest }) => ({
    ...rest,
    q: q.slice(0, LONGEST_QUERY),
    isCut: q.length > LONGEST_QUERY,
  }));
export type SearchEverythingInput = z.output<typeof searchEverythingInput>;

export const suggestInput = z.object({ q: z.string().max(LONGEST_QUERY) });
export type SuggestInput = z.infer<typeof suggestInput>;
