import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/process/ports.mjs';

/** A site of a few lines that is started by the real commands. */
const FILES = {
  'app/root.tsx': `import { Outlet } from '@remix-run/react';
export default function Root() { return <html lang="en"><body><Outlet /></body></html>; }`,
  'app/routes.ts': 'export default [];',
  'app/pool.ts': `import pg from 'pg';
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
pool.on('error', () => {});
export function onStop(close: () => void) {
  for (const sign of ['SIGTERM', 'disconnect']) process.once(sign, () => { close(); process.exit(0); });
}`,
  'app/server.ts': `import { createServer } from 'node:http';
import { onStop, pool } from '~/pool';
const server = createServer(async (request, response) => {
  try {
    if (request.url === '/write') await pool.query('INSERT INTO note DEFAULT VALUES');
    const { rows } = await pool.query("SELECT (SELECT count(*)::int FROM note) AS notes, (SELECT count(*)::int FROM seed) AS seeds, (SELECT pid FROM beat WHERE seen > now() - interval '2 s') AS worker");
    response.writeHead(rows[0].worker ? 200 : 503).end(JSON.stringify({ ...rows[0], web: process.pid }));
  } catch (error) {
    response.writeHead(503).end(String(error));
  }
});
server.listen(Number(process.env.PORT), process.env.HOST);
onStop(() => server.close());`,
  'app/worker.ts': `import { onStop, pool } from '~/pool';
const beat = () => pool.query('INSERT INTO beat VALUES (1, $1, now()) ON CONFLICT (id) DO UPDATE SET pid = $1, seen = now()', [process.pid]).catch(() => {});
void beat();
const timer = setInterval(beat, 200);
onStop(() => clearInterval(timer));`,
  'prisma/seed.ts': `import { pool } from '~/pool';
if (process.env.DEMO === '1') await pool.query('INSERT INTO seed VALUES (1) ON CONFLICT DO NOTHING');
await pool.end();`,
  'prisma/schema.prisma': `generator client {
  provider = "prisma-client"
  output   = "../app/platform/db/generated"
}
datasource db {
  provider = "postgresql"
}
model Note {
  id Int @id @default(autoincrement())
  @@map("note")
}`,
  'prisma/migrations/20260101000000_all/migration.sql': `CREATE TABLE "note" ("id" SERIAL PRIMARY KEY);
CREATE TABLE "seed" ("id" INT PRIMARY KEY);
CREATE TABLE "beat" ("id" INT PRIMARY KEY, "pid" INT, "seen" TIMESTAMPTZ);`,
};

export type State = { notes: number; seeds: number; worker: number; web: number };

/** A clone with this small site, in a folder of mode 700. */
export async function createToySite() {
  const above = mkdtempSync(join(tmpdir(), 'shihan-site-'));
  chmodSync(above, 0o700);
  const folder = join(above, 'clone');
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  cpSync('scripts', join(folder, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return openSite(folder, await freePort(), () => rmSync(above, { recursive: true, force: true }));
}

function openSite(folder: string, port: number, remove: () => void) {
  const dataDir = join(folder, 'var');
  const ask = async (path = '/readyz'): Promise<State | null> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    return answer?.ok ? ((await answer.json()) as State) : null;
  };
  return {
    folder,
    dataDir,
    port,
    remove,
    ask,
    start: (env: Record<string, string> = {}) =>
      start(folder, { PORT: String(port), DATA_DIR: dataDir, ...env }),
    /** Waits until the site answers and the state is as wished. */
    async until(wish: (state: State) => boolean, milliseconds = 20_000): Promise<State> {
      for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(50)) {
        const state = await ask();
        if (state && wish(state)) return state;
      }
      throw new Error('the site did not come to the wished state');
    },
    postmaster: () =>
      Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
  };
}

/** Runs the start command; `ended` gives exit code and output. */
function start(folder: string, env: Record<string, string>) {
  const whole = { ...process.env, ...env };
  for (const name of Object.keys(whole)) {
    if (/^(npm_|VITEST|NODE_ENV$)/.test(name) || (/^(DATABASE_URL|DEMO)$/.test(name) && !(name in env)))
      delete whole[name];
  }
  const child = spawn(process.execPath, [join(folder, 'scripts/start.mjs')], {
    cwd: folder,
    env: whole,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'exit').then(([code]) => ({ code, output }));
  return {
    child,
    ended,
    async ready(): Promise<string> {
      while (!output.includes('is ready:')) {
        if (child.exitCode !== null) throw new Error(`start ended early:\n${output}`);
        await sleep(50);
      }
      return output;
    },
  };
}
