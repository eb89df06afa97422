// @ts-check
import path from 'node:path';
import process from 'node:process';
import { Refusal, say } from '../refusal.mjs';
import { parentOnLinux, readProc } from './processes.mjs';
import { stopRunning } from './run.mjs';

/** Thrown by `Shutdown.check` once a stop was asked for. */
export class StopRequested extends Refusal {
  constructor() {
    super('Stopped before the end.');
  }
}

/**
 * A stop asked for by Ctrl-C, SIGTERM or the end of npm, and what has to be undone then.
 * @typedef {object} Shutdown
 * @property {() => boolean} isWanted
 * @property {() => void} check throws StopRequested when a stop was asked for
 * @property {Promise<void>} requested
 * @property {(undo: () => void | Promise<void>) => void} onStop the last registered is undone first
 * @property {() => Promise<void>} undo
 */

/**
 * Watch for the wish to stop. npm hands a signal on that the terminal has already sent, so the same
 * wish may come twice.
 * @returns {Shutdown}
 */
export function watchShutdown() {
  let wanted = false;
  /** @type {() => void} */
  let tell = () => {};
  /** @type {Promise<void>} */
  const requested = new Promise((resolve) => {
    tell = resolve;
  });
  const stop = () => {
    if (!wanted) say('Stopping …');
    wanted = true;
    stopRunning();
    tell();
  };
  for (const name of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(name, stop);
  watchParent(stop);
  /** @type {(() => void | Promise<void>)[]} */
  const undos = [];
  return {
    requested,
    isWanted: () => wanted,
    check() {
      if (wanted) throw new StopRequested();
    },
    onStop: (undo) => void undos.push(undo),
    async undo() {
      for (let undo = undos.pop(); undo; undo = undos.pop()) await undo();
    },
  };
}

/**
 * A killed npm cannot hand on a signal: its end shows as a change of parent, of this process or of the
 * shell that npm puts between.
 * @param {() => void} stop
 */
function watchParent(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const begun = ancestry();
  const timer = setInterval(() => {
    if (ancestry() === begun) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

function ancestry() {
  const shell = readProc(process.ppid, 'cmdline')?.includes(path.basename(process.argv[1] ?? ''));
  return `${process.ppid} ${shell ? parentOnLinux(process.ppid) : ''}`;
}
