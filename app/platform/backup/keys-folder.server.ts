import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { filesBelow, isCoded } from '../storage/files-below.server';
import { BackupError } from './backup-format';

export type KeyFile = { name: string; bytes: Buffer };

const DRAFT = /(^|\/)draft-[0-9a-f-]+$/;

/** Every file of `keysDir`, by its path from there; none when the folder does not exist. */
export async function readKeyFiles(keysDir: string): Promise<KeyFile[]> {
  const found = await filesBelow(keysDir).catch((error: unknown) => {
    if (isCoded(error, 'ENOENT')) return [];
    throw error;
  });
  const names = found.filter((name) => !DRAFT.test(name));
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(keysDir, name)) })));
}

/** Tables whose rows are signed with keys of a folder. Certificates from before files were signed have none, cards all. */
const SIGNED = [
  { folder: 'signing/', what: 'signing key', tables: ['checkpoint', 'credential_code'] },
  { folder: 'documents/', what: 'certificate for documents', tables: ['credential_card'] },
];

/** Throws BackupError when there are rows that were signed, but no key that signed them. */
export function requireSigningKeys(
  keysDir: string,
  keys: readonly KeyFile[],
  rows: Record<string, number>,
): void {
  for (const { folder, what, tables } of SIGNED) {
    const isSigned = tables.some((table) => (rows[table] ?? 0) > 0);
    if (isSigned && !keys.some(({ name }) => name.startsWith(folder)))
      throw new BackupError(
        `${keysDir} holds no ${what}, though there is what was signed. Is KEYS_DIR right?`,
      );
  }
}

/** Throws BackupError when the folder holds keys that are not those of the backup. */
export async function requireNoOtherKeys(keysDir: string, wanted: readonly KeyFile[]): Promise<void> {
  for (const { name, bytes } of await readKeyFiles(keysDir)) {
    const same = wanted.find((file) => file.name === name);
    if (!same?.bytes.equals(bytes))
      throw new BackupError(
        `${keysDir} holds other keys than the backup (${name}). Move them away, or set KEYS_DIR to an empty folder.`,
      );
  }
}

/** Writes the files that are not there yet; the answer takes them away again. Call `requireNoOtherKeys` before. */
export async function writeKeyFiles(
  keysDir: string,
  files: readonly KeyFile[],
): Promise<() => Promise<void>> {
  const target = resolve(keysDir);
  const there = new Set((await readKeyFiles(target)).map(({ name }) => name));
  const isNew = (await mkdir(target, { recursive: true, mode: 0o700 })) !== undefined;
  const written: string[] = [];
  const undo = async () => {
    for (const path of written) await rm(path, { force: true });
    if (isNew) await rm(target, { recursive: true, force: true });
  };
  try {
    for (const { name, bytes } of files.filter((file) => !there.has(file.name))) {
      const path = resolve(target, name);
      if (!path.startsWith(target + sep)) throw new BackupError(`The backup names a key file ${name}`);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      written.push(path);
      await writeFile(path, bytes, { mode: 0o600, flush: true });
    }
  } catch (error) {
    await undo();
    throw error;
  }
  return undo;
}
