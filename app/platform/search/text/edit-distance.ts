import { foldText } from './fold-text';

/** Signs by which two spellings differ, a swap of neighbours counting once; anything above `most` is `most + 1`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_each, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const change = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const least = Math.min(change, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
      next.push(isSwap ? Math.min(least, (before[column - 2] ?? 0) + 1) : least);
    }
    before = last;
    last = next;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

/** Whether what was typed is the name with one slip, or two in a long one. Short names are too near to each other. */
export function isMistyped(typed: string, name: string): boolean {
  const solid = (text: string) => foldText(text).replaceAll(' ', '');
  const [one, other] = [solid(typed), solid(name)];
  const most = other.length >= 9 ? 2 : other.length >= 5 ? 1 : 0;
  return editDistance(one, other, most) <= most;
}
