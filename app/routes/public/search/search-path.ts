import type { ResultKind, SearchEverythingInput } from '~/domain/search/inputs';

/** The search with another filter; pages begin anew. */
export function searchPath(
  { q, kind, in: textLang, technique }: SearchEverythingInput,
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
