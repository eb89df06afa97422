// @ts-check
import fs from 'node:fs';
import autocannon from 'autocannon';

/**
 * One measured row.
 * @typedef {object} Load
 * @property {number} perSecond requests per second
 * @property {number} p99 milliseconds
 * @property {number} cpu milliseconds of the server's processor per request; 0 where there is no /proc
 * @property {number} failed answers other than 2xx
 */

/**
 * What is sent.
 * @typedef {object} Target
 * @property {string} url
 * @property {number} pid process whose processor time is counted
 * @property {import('autocannon').Request[]} [requests] sent in turn; a plain GET when left out
 */

/** Both sides are asked by so many connections at once. */
const CONNECTIONS = 10;

/** Ticks of the kernel's clock per second, as Linux reports them to programs. */
const TICKS = 100;

/** Milliseconds of processor time that a process has used. @param {number} pid */
function cpuTime(pid) {
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return 0;
  }
}

/** @param {Target} target @param {number} seconds @returns {Promise<Load>} */
export async function load({ url, pid, requests }, seconds) {
  const before = cpuTime(pid);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(requests ? { requests } : {}),
  });
  const answered = result.requests.total;
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    cpu: answered === 0 ? 0 : (cpuTime(pid) - before) / answered,
    failed: result.non2xx + result.errors,
  };
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Measures targets in turns, so that noise of the machine falls on all of them.
 * @param {Target[]} targets @param {{ seconds: number, rounds: number }} effort
 * @returns {Promise<Load[]>} in the order of the targets
 */
export async function compare(targets, { seconds, rounds }) {
  // Both sides run until they are as quick as they become.
  for (const target of targets) await load(target, seconds);
  /** @type {Load[][]} */
  const all = targets.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, target] of targets.entries()) all[index]?.push(await load(target, seconds));
  }
  return all.map((loads) => ({
    perSecond: mean(loads.map(({ perSecond }) => perSecond)),
    p99: mean(loads.map(({ p99 }) => p99)),
    cpu: mean(loads.map(({ cpu }) => cpu)),
    failed: loads.reduce((sum, { failed }) => sum + failed, 0),
  }));
}
