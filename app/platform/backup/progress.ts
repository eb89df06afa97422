import type { Progress } from './backup-format';

const EVERY_MS = 3_000;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;

/** Hands on a line when something begins, and every three seconds while it lasts. */
export function tellProgress(say: (line: string) => void, now: () => number = Date.now): Progress {
  let [last, at] = ['', 0];
  return (what, done, total) => {
    const isDue = now() - at >= EVERY_MS;
    if (what === last && !isDue) return;
    if (what === last && done === undefined) return;
    [last, at] = [what, now()];
    say(
      done === undefined || total === undefined
        ? `${what} …`
        : `${what}: ${megabytes(done)} of ${megabytes(total)}`,
    );
  };
}
