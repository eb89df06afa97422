/** 'KJF-2026-000117' → what stands before the number and the number itself. */
function split(number: string): { head: string; no: number } {
  const [, head = number, digits = ''] = /^(.*?)(\d+)$/.exec(number) ?? [];
  return { head, no: digits === '' ? Number.NaN : Number(digits) };
}

/** Numbers as unbroken runs, each by its first and last one, in order. */
export function numberRuns(numbers: readonly string[]): { first: string; last: string }[] {
  const runs: { first: string; last: string }[] = [];
  for (const number of [...numbers].sort()) {
    const run = runs.at(-1);
    const before = run && split(run.last);
    const { head, no } = split(number);
    if (run && before?.head === head && before.no + 1 === no) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}
