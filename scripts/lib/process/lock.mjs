// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, readText, writeWhole } from '../project.mjs';
import { Refusal, say } from '../refusal.mjs';
import { lives, markOf, signal, waitUntilGone } from './processes.mjs';

/**
 * Content of a lock file.
 * @typedef {object} Holder
 * @property {import('./processes.mjs').ProcessMark | null} owner
 * @property {string} what command that holds it
 * @property {boolean} [stopping] it is about to let go
 * @property {import('./processes.mjs').ProcessMark[]} [children] its processes that use the data too
 */

/**
 * @typedef {object} Lock
 * @property {(change: Pick<Holder, 'stopping' | 'children'>) => void} note tell the next one about children or a stop
 * @property {() => void} release
 */

/**
 * Take the lock of a data folder. A dead holder's lock is taken over, after what it left behind has ended.
 * @param {string} file lock file
 * @param {string} what name of the command, for the message of the next one
 * @param {number} [patience] milliseconds to wait for a living holder; one that is stopping gets 30 s
 * @returns {Promise<Lock>} refuses while a living process holds it
 */
export async function takeLock(file, what, patience = 0) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  /** @type {Holder} */
  let mine = { owner: markOf(process.pid), what };
  const begun = Date.now();
  while (!create(file, mine)) {
    const text = readText(file);
    const holder = parse(text);
    if (text === null) continue;
    if (!holder || !lives(holder.owner)) await takeOver(file, text, holder);
    else if (Date.now() - begun > (holder.stopping ? 30_000 : patience))
      throw new Refusal(inUse(file, holder));
    else await sleep(100);
  }
  let held = true;
  return {
    note(change) {
      if (!held) return;
      mine = { ...mine, ...change };
      writeWhole(file, JSON.stringify(mine));
    },
    release() {
      held = false;
      if (parse(readText(file))?.owner?.pid === process.pid) fs.rmSync(file, { force: true });
    },
  };
}

/** @param {string} file @param {Holder} holder */
function inUse(file, holder) {
  return `${path.dirname(file)} is in use: process ${holder.owner?.pid} (${holder.what}) is running on it. Stop that one first, or set DATA_DIR to another folder.`;
}

/**
 * Hold a lock while commands run that must not run twice, and end those that a killed holder left running.
 * @template T
 * @param {string} file @param {string} what @param {number} patience
 * @param {(onStart: (pid: number) => void) => Promise<T>} work hands `onStart` to each command
 * @returns {Promise<T>}
 */
export async function withLock(file, what, patience, work) {
  const lock = await takeLock(file, what, patience);
  try {
    return await work((pid) => lock.note({ children: [markOf(pid)].filter((mark) => mark !== null) }));
  } finally {
    lock.release();
  }
}

/** The living holder of a lock, or null. @param {string} file */
export function livingHolder(file) {
  const holder = parse(readText(file));
  return holder && lives(holder.owner) ? holder : null;
}

/** @param {string} file @param {Holder} holder @returns {boolean} false when there is one already */
function create(file, holder) {
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(draft, JSON.stringify(holder));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** @param {string | null} text @returns {Holder | null} */
function parse(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Renaming decides who takes over when two try at once; a lock that changed meanwhile is put back.
 * @param {string} file @param {string} text content that was judged @param {Holder | null} holder
 */
async function takeOver(file, text, holder) {
  say(
    `The last run (${holder?.what ?? 'unknown command'}, process ${holder?.owner?.pid ?? '?'}) ended without cleaning up; taking over.`,
  );
  await endLeftovers(holder?.children ?? []);
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
    if (readText(aside) !== text) fs.linkSync(aside, file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/** Web and worker end by themselves when their supervisor is gone; they get time for it. @param {import('./processes.mjs').ProcessMark[]} children */
async function endLeftovers(children) {
  const left = await waitUntilGone(children, 5_000);
  for (const { pid } of left) signal(pid, 'SIGTERM');
  const stubborn = await waitUntilGone(left, 5_000);
  for (const { pid } of stubborn) signal(pid, 'SIGKILL');
  await waitUntilGone(stubborn, 5_000);
}
