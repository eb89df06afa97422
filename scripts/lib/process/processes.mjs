// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, readText } from '../project.mjs';

/** A process that can be recognised later: an id alone is given out again. @typedef {{ pid: number, born: string }} ProcessMark */

/** Mark of a living process, or null. @param {number} pid @returns {ProcessMark | null} */
export function markOf(pid) {
  const born = process.platform === 'linux' ? bornOnLinux(pid) : bornElsewhere(pid);
  return born === null ? null : { pid, born };
}

/** @param {number} pid */
function bornOnLinux(pid) {
  const fields = statOnLinux(pid);
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

/** Fields of /proc/<pid>/stat from the state on. @param {number} pid @returns {string[]} [] when it is gone */
function statOnLinux(pid) {
  const stat = readProc(pid, 'stat');
  // The second field is the program's name in brackets and may hold blanks.
  return stat === null ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Parent of a process, or null where there is no /proc. @param {number} pid */
export function parentOnLinux(pid) {
  return statOnLinux(pid)[1] ?? null;
}

/** @param {number} pid */
function bornElsewhere(pid) {
  if (!isAlive(pid)) return null;
  return (
    spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || 'unknown'
  );
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** A file of /proc/<pid>, or null. @param {number} pid @param {string} file */
export function readProc(pid, file) {
  try {
    return readText(`/proc/${pid}/${file}`);
  } catch {
    return null;
  }
}

/** Whether the marked process still lives. @param {ProcessMark | null | undefined} mark */
export function lives(mark) {
  return mark ? markOf(mark.pid)?.born === mark.born : false;
}

/** Send a signal and forget it when the process is gone. @param {number} pid @param {NodeJS.Signals} signal */
export function signal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/**
 * Wait until marked processes are gone.
 * @param {ProcessMark[]} marks
 * @param {number} milliseconds at most
 * @returns {Promise<ProcessMark[]>} those that still live
 */
export async function waitUntilGone(marks, milliseconds) {
  const end = Date.now() + milliseconds;
  let left = marks.filter(lives);
  while (left.length > 0 && Date.now() < end) {
    await sleep(50);
    left = left.filter(lives);
  }
  return left;
}

/**
 * Processes whose working folder is the given one: PostgreSQL's stay in their data folder.
 * @param {string} folder absolute
 * @returns {ProcessMark[]} always empty where there is no /proc
 */
export function processesIn(folder) {
  const real = fs.existsSync(folder) ? fs.realpathSync(folder) : folder;
  const ids = fs.existsSync('/proc') ? fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return ids
    .map(Number)
    .filter((pid) => workingFolder(pid) === real)
    .map(markOf)
    .filter((mark) => mark !== null);
}

/** @param {number} pid */
function workingFolder(pid) {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
