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

export const searchPageInput = z
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
  .transform(({ q, ...rest }) => ({ ...rest, q: q.slice(0, LONGEST_QUERY), isCut: q.length > LONGEST_QUERY }));
export type SearchPageInput = z.output<typeof searchPageInput>;

/** The search with another filter; pages begin anew. */
export function searchPath(
  { q, kind, in: textLang, technique }: SearchPageInput,
  change: { kind?: ResultKind | null; in?: string | null; after?: string | null; q?: string } = {},
): string {
  const search = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => {
    if (value) search.set(name, value);
  };
  put('q', change.q ?? q);
  put('technique', technique);
  put('kind', change.kind === undefined ? kind : change.kind);
  put('in', change.in === undefined ? textLang : change.in);
  put('after', change.after);
  return search.size > 0 ? `/search?${search}` : '/search';
}
