/** The one item of a list that has exactly one: for those who order one of what is made for many. Throws for any other list. */
export function onlyOne<T>(items: readonly T[]): T {
  const [first, ...others] = items;
  if (first === undefined || others.length > 0) throw new RangeError(`One item, not ${items.length}`);
  return first;
}
