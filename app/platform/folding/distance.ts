/**
 * The least number of missing, extra, wrong and swapped letters between two texts; more than `limit` comes back as
 * `limit + 1`. With `prefix`, letters that only `whole` has at its end cost nothing.
 */
export function editDistance(typed: string, whole: string, limit: number, prefix = false): number {
  const [rows, columns] = [typed.length, whole.length];
  if (!prefix && Math.abs(rows - columns) > limit) return limit + 1;
  let [before, last] = [[] as number[], Array.from({ length: columns + 1 }, (_each, index) => index)];
  for (let row = 1; row <= rows; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= columns; column += 1) {
      const isSame = typed[row - 1] === whole[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && typed[row - 1] === whole[column - 2] && typed[row - 2] === whole[column - 1];
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, last] = [last, now];
  }
  const found = prefix ? Math.min(...last) : (last[columns] ?? 0);
  return Math.min(found, limit + 1);
}
