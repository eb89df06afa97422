// @ts-check
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Refusal } from './refusal.mjs';

/** Absolute path of the clone. */
export const root = path.resolve(import.meta.dirname, '../..');

/** @param {string[]} parts path inside the clone */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}

const MINIMUM_NODE = /** @type {const} */ ([20, 19]);

/** Refuse a Node.js that is too old. @param {string} version such as "20.19.0" */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1]);
  if (enough) return;
  throw new Refusal(
    `Node.js ${MINIMUM_NODE.join('.')} or newer is needed, this is ${version}. Install it from https://nodejs.org and run the command again.`,
  );
}

/**
 * One SHA-256 over the paths and contents of files and folders; missing ones count as absent.
 * @param {string[]} entries absolute paths
 * @param {(file: string) => boolean} [include] absolute path of a file → counts
 */
export function hashFiles(entries, include = () => true) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap(listFiles).filter(include).sort()) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} entry @returns {string[]} */
function listFiles(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(entry, { withFileTypes: true })
    .filter((item) => item.isDirectory() || item.isFile())
    .flatMap((item) => listFiles(path.join(entry, item.name)));
}

/** Text of a file, or null when it does not exist. @param {string} file */
export function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Replace a file in one step, so that a reader never sees half of it. @param {string} file @param {string} text @param {number} [mode] */
export function writeWhole(file, text, mode = 0o644) {
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(draft, text, { mode });
  fs.renameSync(draft, file);
}

/** System error code such as ENOENT, or '' . @param {unknown} error @returns {string} */
export function errorCode(error) {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
