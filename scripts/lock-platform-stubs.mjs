// @ts-check
// Some registries carry packages for one platform only. npm then leaves the other platforms' optional
// packages out of package-lock.json, and `npm ci` rejects that file as incomplete. This adds an entry
// for each of them that no platform matches. Run it after every change of the lock file.
import fs from 'node:fs';
import process from 'node:process';

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {Record<string, string>} [optionalDependencies]
 */

const PLATFORMS = /android|darwin|linux|win32|freebsd|openbsd|netbsd|sunos|aix|openharmony/;

/** Key of the entry that `name` resolves to from `from`, or null. @param {Record<string, LockEntry>} packages @param {string} from @param {string} name */
function resolveFrom(packages, from, name) {
  for (let folder = from; ; ) {
    const key = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[key]) return key;
    if (!folder) return null;
    const parent = folder.lastIndexOf('/node_modules/');
    folder = parent < 0 ? '' : folder.slice(0, parent);
  }
}

/**
 * Add what is missing.
 * @param {Record<string, LockEntry>} packages the lock file's entries; changed in place
 * @returns {string[]} keys of the entries added
 */
export function addPlatformStubs(packages) {
  const added = [];
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d/.test(version) || resolveFrom(packages, from, name)) continue;
      const top = `node_modules/${name}`;
      const key = packages[top] ? `${from}/${top}` : top;
      packages[key] = {
        version,
        optional: true,
        ...(entry.dev ? { dev: true } : {}),
        os: [PLATFORMS.exec(name)?.[0] ?? 'none'],
        cpu: ['none'],
      };
      added.push(key);
    }
  }
  return added;
}

/** @param {string} file */
function mend(file) {
  const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
  const added = addPlatformStubs(lock.packages);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  fs.writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  process.stdout.write(`${added.length} entries added to ${file}\n`);
}

if (process.argv[1] === import.meta.filename) mend(process.argv[2] ?? 'package-lock.json');
