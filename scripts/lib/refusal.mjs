// @ts-check
import process from 'node:process';

/** A refusal meant for a person: printed without a stack, exit code 1. */
export class Refusal extends Error {
  /** @param {string} message @param {ErrorOptions} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = 'Refusal';
  }
}

// Whoever reads the output may leave before the command has ended.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** Print one line of progress. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Run a command's main function and end the process: a Refusal becomes one sentence and exit code 1,
 * anything else keeps its stack.
 * @param {() => Promise<number | void>} main returns the exit code
 */
export async function runMain(main) {
  let code = 1;
  try {
    code = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Refusal) process.stderr.write(`\n${error.message}\n`);
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exit(code);
}
