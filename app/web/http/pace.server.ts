import type { Response } from 'express';

/**
 * When more may be written to an answer: at once, or as soon as its reader has taken what was written; false when
 * the reader is gone. Remix writes on without asking, so whoever makes a long body asks. `write` and `drain` are those of
 * the compression, where there is one.
 */
export function paceOf(res: Response): () => Promise<boolean> {
  let waiting: Promise<void> | null = null;
  let goOn = () => {};
  const write = res.write.bind(res);
  res.write = (...given: unknown[]): boolean => {
    const isTaken: unknown = Reflect.apply(write, res, given);
    if (isTaken !== true && !res.closed) {
      waiting ??= new Promise((resolve) => {
        goOn = resolve;
      });
    }
    return isTaken === true;
  };
  const taken = () => {
    waiting = null;
    goOn();
  };
  res.on('drain', taken).on('close', taken);
  return async () => {
    await waiting;
    return !res.closed;
  };
}
