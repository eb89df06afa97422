import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processesIn } from '../../scripts/lib/process/processes.mjs';
import { createToySite } from './toy-site';

let site: Awaited<ReturnType<typeof createToySite>>;
beforeAll(async () => {
  site = await createToySite();
});
afterAll(() => site.remove());

const left = () => [...processesIn(site.folder), ...processesIn(join(site.dataDir, 'postgres'))];

/** A helper of the build ends by itself when the build's end closes its input. */
const SOON = { timeout: 5_000 };

describe('npm start', () => {
  it('brings up everything from nothing in a folder that others may not enter', async () => {
    const run = site.start();
    const output = await run.ready();
    expect(output).toContain(`Shihan is ready: http://127.0.0.1:${site.port}`);
    expect(output).toContain('coach@demo.test');
    expect(output).toContain('mail is not sent');
    expect(await site.ask('/write')).toMatchObject({ notes: 1, seeds: 1 });
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
    await expect.poll(left, SOON).toEqual([]);
    expect(existsSync(join(site.dataDir, 'shihan.lock'))).toBe(false);
  }, 120_000);

  it('builds nothing the second time and keeps the data; Ctrl-C stops it too', async () => {
    const run = site.start();
    expect(await run.ready()).not.toContain('Building');
    expect(await site.ask()).toMatchObject({ notes: 1, seeds: 1 });
    run.child.kill('SIGINT');
    run.child.kill('SIGINT');
    expect((await run.ended).code).toBe(0);
    await expect.poll(left, SOON).toEqual([]);
  });

  it('restarts web, worker and database after kill -9 and loses nothing', async () => {
    const run = site.start();
    await run.ready();
    const before = await site.until(() => true);
    process.kill(before.web, 'SIGKILL');
    const second = await site.until((state) => state.web !== before.web);
    process.kill(second.worker, 'SIGKILL');
    await site.until((state) => state.worker !== second.worker);
    await site.ask('/write');
    process.kill(site.postmaster(), 'SIGKILL');
    expect(await site.until(() => true)).toMatchObject({ notes: 2 });
    run.child.kill('SIGTERM');
    const { code, output } = await run.ended;
    expect(code).toBe(0);
    expect(output).toContain('worker ended (signal SIGKILL); starting it again in 0.25 s.');
  });

  it('refuses a second start on the same data, and recovers from its own kill -9', async () => {
    const run = site.start();
    await run.ready();
    const second = await site.start({ PORT: String(site.port + 1) }).ended;
    expect(second).toMatchObject({
      code: 1,
      output: expect.stringContaining(`process ${run.child.pid} (npm start)`),
    });
    run.child.kill('SIGKILL');
    await run.ended;
    const next = site.start();
    expect(await next.ready()).toContain('ended without cleaning up; taking over');
    expect(await site.ask()).toMatchObject({ notes: 2, seeds: 1 });
    next.child.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
    await expect.poll(left, SOON).toEqual([]);
    expect(readdirSync(site.dataDir).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log']);
  });

  it('names PORT when a stranger listens there', async () => {
    const stranger = createServer().listen(site.port, '127.0.0.1');
    const { code, output } = await site.start().ended;
    expect(code).toBe(1);
    expect(output).toContain(`Port ${site.port}`);
    expect(output).toContain(`PORT=${site.port + 1} npm start`);
    stranger.close();
  });

  it('uses DATABASE_URL when it is set, without a demo, and says what is wrong with it', async () => {
    const { code, output } = await site.start({ DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:9/none' })
      .ended;
    expect(code).toBe(1);
    expect(output).toContain('The database of DATABASE_URL cannot be used');
  });
});
