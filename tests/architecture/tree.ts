import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of the repository by its path from the root, such as `app/root.tsx`; binaries have empty text. */
export type Tree = ReadonlyMap<string, string>;

export type Finding = { file: string; what: string };

/** One rule of the house, with the sample that proves it. */
export type Rule = {
  name: string;
  find: (tree: Tree) => Finding[];
  /** Planted violations: each of these files must be found. */
  breaks: Record<string, string>;
  /** Lawful neighbours, read together with the planted ones: none of them may be found. */
  keeps?: Record<string, string>;
  /** The found paths, where a finding names something other than the planted file itself. */
  finds?: string[];
};

export const treeOf = (files: Record<string, string>): Tree => new Map(Object.entries(files));

export const matching = (tree: Tree, pattern: RegExp): string[] =>
  [...tree.keys()].filter((path) => pattern.test(path));

type Ignored = { folders: Set<string>; paths: string[]; suffixes: string[] };

/** Understands the three forms the ignore file uses: `folder/`, `path/to/folder/`, `*.suffix`. */
function readIgnored(root: string): Ignored {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const entries = lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
  const bare = entries.map((entry) => entry.replace(/^\//, '').replace(/\/$/, ''));
  return {
    folders: new Set(['.git', ...bare.filter((entry) => !entry.includes('/') && !entry.startsWith('*'))]),
    paths: bare.filter((entry) => entry.includes('/')),
    suffixes: bare.filter((entry) => entry.startsWith('*')).map((entry) => entry.slice(1)),
  };
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return bytes.subarray(0, 4096).includes(0) ? '' : bytes.toString('utf8');
}

/** Reads what a commit would hold: everything but the ignored files. */
export function readTree(root: string): Tree {
  const ignored = readIgnored(root);
  const tree = new Map<string, string>();
  const enter = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (ignored.folders.has(entry.name) || ignored.paths.includes(path)) continue;
      if (ignored.suffixes.some((suffix) => entry.name.endsWith(suffix))) continue;
      if (entry.isDirectory()) enter(path);
      else if (entry.isFile()) tree.set(path, readText(join(root, path)));
    }
  };
  enter('');
  return tree;
}
