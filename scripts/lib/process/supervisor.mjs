// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../refusal.mjs';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
const HEALTHY_AFTER_MS = 30_000;

/** A process that fails this often before the site was ever ready will not get better by itself. */
const FAILURES_AT_FIRST = 3;

/**
 * Pause before a process is started again.
 * @param {number} last previous pause in ms, 0 before the first
 * @param {number} livedMs how long the process has lived
 * @returns {number} ms
 */
export function nextDelay(last, livedMs) {
  if (last === 0 || livedMs >= HEALTHY_AFTER_MS) return FIRST_DELAY_MS;
  return Math.min(last * 2, LONGEST_DELAY_MS);
}

/**
 * A process kept alive.
 * @typedef {object} Part
 * @property {() => Promise<void>} stop ends it for good
 * @property {Promise<string>} hopeless resolves with the reason when it is not started again
 */

/**
 * @typedef {object} PartPlan
 * @property {string} name
 * @property {() => Promise<import('node:child_process').ChildProcess>} start rejects when it cannot be started
 * @property {(child: import('node:child_process').ChildProcess) => Promise<void>} end asks it to stop and waits
 * @property {() => boolean} [proven] whether it has worked before: then it is started again without limit
 */

/**
 * Start a process and start it again, with back-off, whenever it ends by itself.
 * @param {PartPlan} plan
 * @returns {Promise<Part>} after the first start
 */
export async function keepAlive(plan) {
  const stopping = new AbortController();
  /** @type {(reason: string) => void} */
  let giveUp = () => {};
  /** @type {Promise<string>} */
  const hopeless = new Promise((resolve) => {
    giveUp = resolve;
  });
  const first = await plan.start();
  const state = { child: first, loop: Promise.resolve() };
  state.loop = watch(plan, state, stopping.signal, giveUp);
  return {
    hopeless,
    async stop() {
      stopping.abort();
      await plan.end(state.child);
      await state.loop;
      // A start that was under way when the stop came has brought one more child.
      await plan.end(state.child);
    },
  };
}

/**
 * @param {PartPlan} plan @param {{ child: import('node:child_process').ChildProcess }} state
 * @param {AbortSignal} stopping @param {(reason: string) => void} giveUp
 */
async function watch(plan, state, stopping, giveUp) {
  let delay = 0;
  let failures = 0;
  for (;;) {
    const begun = Date.now();
    const cause = await ended(state.child);
    if (stopping.aborted) return;
    if (state.child.exitCode) failures += 1;
    if (plan.proven?.() === false && failures >= FAILURES_AT_FIRST)
      return giveUp(`${plan.name} cannot start, see its messages above.`);
    do {
      delay = nextDelay(delay, Date.now() - begun);
      say(`${plan.name} ended (${cause}); starting it again in ${delay / 1000} s.`);
      await sleep(delay, undefined, { signal: stopping }).catch(() => {});
      if (stopping.aborted) return;
    } while (!(await restart(plan, state)));
    if (stopping.aborted) return;
  }
}

/** @param {PartPlan} plan @param {{ child: import('node:child_process').ChildProcess }} state */
async function restart(plan, state) {
  try {
    state.child = await plan.start();
    return true;
  } catch (error) {
    say(`${plan.name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Wait for a process's end. @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} how it ended */
export function ended(child) {
  return new Promise((resolve) => {
    const tell = () =>
      resolve(child.signalCode ? `signal ${child.signalCode}` : `exit code ${child.exitCode}`);
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) tell();
    else child.once('exit', tell);
  });
}
