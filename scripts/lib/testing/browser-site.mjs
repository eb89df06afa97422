// @ts-check
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { stopApp, waitForAnswer } from '../process/app-process.mjs';
import { freePort } from '../process/ports.mjs';
import { ended } from '../process/supervisor.mjs';
import { inRoot, root } from '../project.mjs';

const READY_LIMIT_MS = 600_000;

/**
 * The site of the browser tests: `npm start` into an empty folder, begun while other tests still run.
 * @typedef {object} BrowserSite
 * @property {Promise<string | null>} trouble null once it is ready, else why it will not be
 * @property {Record<string, string>} settings what playwright.config.ts reads instead of starting one itself
 * @property {() => Promise<void>} stop
 */

/**
 * Start it; what it says on its error output is shown at once.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<BrowserSite>}
 */
export async function startBrowserSite(environment) {
  const port = String(await freePort());
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shihan-e2e-'));
  const dataDir = path.join(folder, 'data');
  const own = { HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [inRoot('scripts/start.mjs')], {
    cwd: root,
    env: { ...environment, ...own },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = ended(child).then(() => `npm start ended with ${child.exitCode ?? child.signalCode}`);
  const ready = waitForAnswer(`http://127.0.0.1:${port}/readyz`, READY_LIMIT_MS).then((isReady) =>
    isReady ? null : `npm start was not ready after ${READY_LIMIT_MS / 1000} s`,
  );
  return {
    trouble: Promise.race([ready, gone]),
    settings: { SHIHAN_E2E_FOLDER: folder, SHIHAN_E2E_PORT: port, SHIHAN_E2E_STARTED: '1' },
    async stop() {
      await stopApp(child);
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
