// @ts-check
import path from 'node:path';
import process from 'node:process';
import { inRoot } from './project.mjs';
import { Refusal } from './refusal.mjs';

/**
 * What the commands need to know; everything else of the environment is checked by the app itself.
 * @typedef {object} Settings
 * @property {string} host
 * @property {number} port
 * @property {string} publicUrl where people reach the site
 * @property {string} dataDir absolute
 * @property {string | null} databaseUrl null = the embedded PostgreSQL
 * @property {boolean} demo
 */

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * @param {Environment} [env]
 * @returns {Settings}
 */
export function readSettings(env = process.env) {
  const host = env.HOST || '127.0.0.1';
  const port = readPort(env.PORT || '3000');
  const databaseUrl = env.DATABASE_URL || null;
  return {
    host,
    port,
    publicUrl: env.PUBLIC_URL || `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`,
    dataDir: env.DATA_DIR ? path.resolve(env.DATA_DIR) : inRoot('var'),
    databaseUrl,
    demo: readDemo(env.DEMO, databaseUrl),
  };
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`PORT must be a number from 1 to 65535, it is "${text}".`);
}

/** @param {string | undefined} text @param {string | null} databaseUrl */
function readDemo(text, databaseUrl) {
  if (!text) return databaseUrl === null;
  if (text === '0' || text === '1') return text === '1';
  throw new Refusal(`DEMO must be 0 or 1, it is "${text}".`);
}

/**
 * Environment of the app's processes.
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @param {string | null} [ffmpeg] path, when it was found
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(settings, databaseUrl, ffmpeg = null) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    DEMO: settings.demo ? '1' : '0',
    ...(ffmpeg ? { FFMPEG_PATH: ffmpeg } : {}),
  };
}
