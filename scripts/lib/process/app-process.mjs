// @ts-check
import { spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../project.mjs';
import { ended } from './supervisor.mjs';

const STOP_LIMIT_MS = 30_000;

/**
 * Start one of the app's processes. Its own process group keeps a Ctrl-C for the supervisor alone;
 * the message channel tells it when the supervisor is gone.
 * @param {string[]} args of node
 * @param {NodeJS.ProcessEnv} env
 */
export function spawnApp(args, env) {
  return spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
}

/** Ask a process to finish, and end it when it does not. @param {import('node:child_process').ChildProcess} child */
export async function stopApp(child) {
  child.kill('SIGTERM');
  const limit = new AbortController();
  const late = sleep(STOP_LIMIT_MS, 'late', { signal: limit.signal }).catch(() => 'ended');
  if ((await Promise.race([ended(child), late])) === 'late') child.kill('SIGKILL');
  limit.abort();
  await ended(child);
}

/**
 * Wait until the address answers 200.
 * @param {string} url
 * @param {number} milliseconds at most
 * @returns {Promise<boolean>}
 */
export async function waitForAnswer(url, milliseconds) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    const ready = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return true;
    await sleep(100);
  }
  return false;
}
