// @ts-check
import fs from 'node:fs';
import process from 'node:process';
import { withLock } from './process/lock.mjs';
import { runPackage } from './process/run.mjs';
import { hashFiles, inRoot, readText, writeWhole } from './project.mjs';
import { Refusal, say } from './refusal.mjs';

const STAMP = inRoot('build/.stamp');

/** Bundles for Node: name in build/ → source. */
const ENTRIES = {
  server: 'app/server.ts',
  worker: 'app/worker.ts',
  seed: 'prisma/seed.ts',
  'register-verify': 'app/register-verify.ts',
  backup: 'app/backup.ts',
  restore: 'app/restore.ts',
  'appoint-admin': 'prisma/appoint-admin.ts',
  'rebuild-search': 'prisma/rebuild-search.ts',
  'rotate-keys': 'prisma/rotate-keys.ts',
};

const SOURCES = [
  'app',
  'public',
  'prisma/schema.prisma',
  'prisma/models',
  'prisma/seed.ts',
  'prisma/appoint-admin.ts',
  'prisma/rebuild-search.ts',
  'prisma/rotate-keys.ts',
  'prisma/seed',
  'package-lock.json',
];
const BUILDERS = ['scripts/config/vite.config.ts', 'scripts/lib/build.mjs'];

/** The generated client follows from the schema; tests are not part of the product. @param {string} file */
function countsAsSource(file) {
  return !file.includes('/db/generated/') && !/\.test\.[cm]?[jt]sx?$/.test(file);
}

function hashSources() {
  return hashFiles(
    [...SOURCES, ...BUILDERS].map((entry) => inRoot(entry)),
    countsAsSource,
  );
}

/**
 * Build pages, assets and server bundles into build/, unless the sources are those of the last build.
 * @param {{ force?: boolean }} [options]
 */
export async function ensureBuild({ force = false } = {}) {
  if (!force && readText(STAMP) === hashSources()) return;
  // Not inside build/: the pages' build clears that folder.
  await withLock(inRoot('node_modules/.shihan-build.lock'), 'build', 300_000, async (onStart) => {
    const wanted = hashSources();
    if (!force && readText(STAMP) === wanted) return;
    say('Building …');
    fs.rmSync(STAMP, { force: true });
    await buildPages(onStart);
    await buildBundles();
    writeWhole(STAMP, wanted);
  });
}

/** @param {(pid: number) => void} onStart */
async function buildPages(onStart) {
  const { code, output } = await runPackage(
    '@remix-run/dev/dist/cli.js',
    ['vite:build', '--config', inRoot('scripts/config/vite.config.ts')],
    { env: { ...process.env, NODE_ENV: 'production' }, onStart },
  );
  if (code !== 0) throw new Refusal(`The pages could not be built:\n${output}`);
}

/**
 * Bundle the processes that run outside the pages' build; packages stay in node_modules. The service of esbuild is not
 * stopped: it keeps no process alive, and the tests' own transforms in this process wait for it.
 */
async function buildBundles() {
  const { build } = await import('esbuild');
  const entries = Object.entries(ENTRIES).filter(([, source]) => fs.existsSync(inRoot(source)));
  try {
    await build({
      absWorkingDir: inRoot(),
      entryPoints: Object.fromEntries(entries),
      outdir: inRoot('build'),
      outExtension: { '.js': '.mjs' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      jsx: 'automatic',
      sourcemap: true,
      packages: 'external',
      alias: { '~': inRoot('app') },
      external: ['./server/index.js', '../build/server/index.js'],
      loader: { '.typ': 'text', '.sql': 'text' },
      logLevel: 'silent',
    });
  } catch (error) {
    throw new Refusal(
      `The server could not be bundled:\n${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
