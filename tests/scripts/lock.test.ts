import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { takeLock } from '../../scripts/lib/process/lock.mjs';
import { lives, markOf } from '../../scripts/lib/process/processes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'shihan-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('refuses in words while a living process holds it, and leaves nothing behind', async () => {
  const file = join(folder, 'held.lock');
  const lock = await takeLock(file, 'npm start');
  await expect(takeLock(file, 'second')).rejects.toThrow(
    `${folder} is in use: process ${process.pid} (npm start)`,
  );
  lock.release();
  const again = await takeLock(file, 'second');
  again.release();
  expect(existsSync(file)).toBe(false);
});

it('takes over from a dead holder, also when its id lives on in another process', async () => {
  const file = join(folder, 'stale.lock');
  writeFileSync(file, JSON.stringify({ owner: { pid: process.pid, born: '1' }, what: 'npm start' }));
  const lock = await takeLock(file, 'next');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ what: 'next' });
  lock.release();
});

it('ends what the dead holder left running', async () => {
  const file = join(folder, 'children.lock');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  const mark = markOf(child.pid ?? 0);
  writeFileSync(
    file,
    JSON.stringify({ owner: { pid: 999_999_999, born: '1' }, what: 'npm start', children: [mark] }),
  );
  const lock = await takeLock(file, 'next');
  expect(lives(mark)).toBe(false);
  lock.release();
});

it('waits for a holder that is stopping', async () => {
  const file = join(folder, 'stopping.lock');
  const first = await takeLock(file, 'first');
  first.note({ stopping: true });
  setTimeout(() => first.release(), 300);
  const second = await takeLock(file, 'second');
  second.release();
});

it('goes to one of many who find a dead holder at once', async () => {
  const file = join(folder, 'race.lock');
  writeFileSync(file, 'broken');
  // Whoever gets it holds it until all have said what they got.
  const script = `import { takeLock } from ${JSON.stringify(join(process.cwd(), 'scripts/lib/process/lock.mjs'))};
    const said = await takeLock(${JSON.stringify(file)}, 'race').then(() => 'held', () => 'refused');
    process.stderr.write(said);
    process.stdin.resume().on('end', () => process.exit(0));`;
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'ignore', 'pipe'] }),
  );
  const said = await Promise.all(children.map(async ({ stderr }) => String((await once(stderr, 'data'))[0])));
  expect(said.sort()).toEqual(['held', 'refused', 'refused', 'refused']);
  for (const child of children) {
    child.stdin.end();
    await once(child, 'exit');
  }
  expect(readdirSync(folder).filter((name) => /tmp|stale$/.test(name))).toEqual([]);
});
