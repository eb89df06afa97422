/** What of a page's address filters its list; missing names are ''. */
export const readFilter = <Name extends string>(url: URL, names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(
    names.map((name) => [name, (url.searchParams.get(name) ?? '').slice(0, 300).toWellFormed()]),
  ) as Record<Name, string>;

/** The address of the same list under another filter; empty values are left out. */
export function addressWith(path: string, filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
  return query ? `${path}?${query}` : path;
}
