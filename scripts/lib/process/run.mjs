// @ts-check
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inRoot, root } from '../project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] replaces the environment
 * @property {boolean} [show] let the output through while it runs
 * @property {string} [cwd]
 * @property {(pid: number) => void} [onStart]
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let stopped = false;

/** Exit code of a command that was stopped, or not even started, because a stop was asked for. */
export const STOPPED = 130;

const STOP_LIMIT_MS = 5_000;

/** Stop every command that `run` has started, and start no other. */
export function stopRunning() {
  stopped = true;
  for (const child of running) child.kill('SIGTERM');
  setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
  }, STOP_LIMIT_MS).unref();
}

/**
 * Run a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output = stdout and stderr as they came ('' when shown)
 */
export function run(command, args, options = {}) {
  if (stopped) return Promise.resolve({ code: STOPPED, output: '' });
  return new Promise((resolve) => {
    const stdio = options.show ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', stdio, stdio],
    });
    running.add(child);
    if (child.pid !== undefined) options.onStart?.(child.pid);
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: String(error) });
    });
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: stopped ? STOPPED : (code ?? 1), output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** Run a JavaScript file of an installed package. @param {string} file inside node_modules @param {string[]} args @param {RunOptions} [options] */
export function runPackage(file, args, options) {
  return run(process.execPath, [inRoot('node_modules', file), ...args], options);
}

/** Absolute path of a program on PATH, or null. @param {string} name */
export function which(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      if (folder && isExecutable(file)) return file;
    }
  }
  return null;
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
