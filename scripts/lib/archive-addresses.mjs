// @ts-check
import fs from 'node:fs';
import { inRoot, readText } from './project.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [name] its own, where the folder has another
 * @property {string} [resolved] address of its archive
 * @property {boolean} [link]
 * @property {boolean} [inBundle]
 */

/** npm works in this folder and what it made is moved from there: an installation that was stopped leaves nothing half. */
const STAGE = inRoot('build/install');
const BESIDE = ['package.json', '.npmrc'];

/**
 * The lock with the address of every archive as registries lay them out. The repository's own names no registry, and
 * without addresses npm asks for each package's whole history before it loads one. The checksums stay.
 * @param {string} lock text of package-lock.json
 * @param {string} registry address
 * @returns {string}
 */
export function withAddresses(lock, registry) {
  const content = JSON.parse(lock);
  const base = registry.replace(/\/+$/, '');
  for (const [folder, entry] of Object.entries(
    /** @type {Record<string, LockedPackage>} */ (content.packages ?? {}),
  )) {
    if (folder === '' || entry.link || entry.inBundle || entry.resolved || !entry.version) continue;
    const name = entry.name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    entry.resolved = `${base}/${name}/-/${name.split('/').at(-1)}-${entry.version}.tgz`;
  }
  return JSON.stringify(content, null, 2);
}

/**
 * A folder for npm with the lock and its addresses.
 * @param {string} registry
 * @returns {string} path
 */
export function stageInstallation(registry) {
  fs.rmSync(STAGE, { recursive: true, force: true });
  fs.mkdirSync(STAGE, { recursive: true });
  for (const name of BESIDE) {
    const text = readText(inRoot(name));
    if (text !== null) fs.writeFileSync(`${STAGE}/${name}`, text);
  }
  fs.writeFileSync(
    `${STAGE}/package-lock.json`,
    withAddresses(readText(inRoot('package-lock.json')) ?? '{}', registry),
  );
  return STAGE;
}

/** Put what npm made there in its place. */
export function moveInstallation() {
  fs.rmSync(inRoot('node_modules'), { recursive: true, force: true });
  fs.renameSync(`${STAGE}/node_modules`, inRoot('node_modules'));
  fs.rmSync(STAGE, { recursive: true, force: true });
}
