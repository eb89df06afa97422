import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../scripts/lib/process/ports.mjs';
import { type MuxFake, muxFake } from '../fakes/mux-server/server';
import { databaseUrl, query, settingsOfSite } from './site-parts';
import { secondOf, startPlayer } from './steps/watch';
import { test } from './visit';

const SLUG = 'first-five-minutes';

type Moved = { assetId: string; version: number; playbackId: string };

/** An asset at the loopback Mux that plays the files of a packaged version. */
function makeThere(fake: MuxFake, assetId: string, version: number): { muxId: string; playbackId: string } {
  const made = fake.create({
    inputs: [{ url: 'http://127.0.0.1/master' }],
    playback_policies: ['signed'],
    passthrough: 'moved',
  });
  made.status = 'ready';
  const folder = join(settingsOfSite().DATA_DIR ?? '', 'storage/media', assetId, String(version));
  fake.files.set(made.id, (path) => {
    try {
      return readFileSync(join(folder, path));
    } catch {
      return null;
    }
  });
  return { muxId: made.id, playbackId: made.playback_ids[0]?.id ?? '' };
}

/** The recording's packaged version plays from the loopback Mux, as after a move that its people agreed to. */
async function moveToMux(fake: MuxFake): Promise<Moved> {
  const [row] = await query<{ asset: string; recording: string; version: number }>(
    `SELECT r.id AS recording, m.id AS asset, m.packaging_version AS version
     FROM recording r JOIN media_asset m ON m.id = r.asset_id WHERE r.slug = $1`,
    [SLUG],
  );
  if (!row) throw new Error('The demo lacks the recording');
  const { asset: assetId, version } = row;
  const { muxId, playbackId } = makeThere(fake, assetId, version);
  await query(
    `INSERT INTO person_shown (id, recording_id, name, is_minor, added_at, added_by, consented_on, abroad)
     SELECT gen_random_uuid(), $1, 'mux.spec', false, now(), id, current_date, true
     FROM account WHERE email = 'instructor@demo.test'`,
    [row.recording],
  );
  await query(
    `INSERT INTO mux_asset (id, asset_id, packaging_version, reference, mux_id, playback_id, state, ordered_at)
     VALUES (gen_random_uuid(), $1, $2, 'moved', $3, $4, 'ready', now())`,
    [assetId, version + 1, muxId, playbackId],
  );
  await query(
    `INSERT INTO media_rendition (id, asset_id, packaging_version, kind, height, bytes, path)
     VALUES (gen_random_uuid(), $1, $2, 'hls', 240, 1000000, 'hls-240'),
            (gen_random_uuid(), $1, $2, 'poster', NULL, 0, 'poster.jpg'),
            (gen_random_uuid(), $1, $2, 'storyboard', NULL, 0, 'storyboard.vtt')`,
    [assetId, version + 1],
  );
  await query(`UPDATE media_asset SET provider = 'mux', packaging_version = $2 WHERE id = $1`, [
    assetId,
    version + 1,
  ]);
  return { assetId, version: version + 1, playbackId };
}

async function moveBack({ assetId, version }: Moved): Promise<void> {
  await query(`UPDATE media_asset SET provider = 'local', packaging_version = $2 WHERE id = $1`, [
    assetId,
    version - 1,
  ]);
  await query('DELETE FROM media_rendition WHERE asset_id = $1 AND packaging_version = $2', [
    assetId,
    version,
  ]);
  await query('DELETE FROM mux_asset WHERE asset_id = $1', [assetId]);
  await query("DELETE FROM person_shown WHERE name = 'mux.spec'");
}

/** Another web process of the same site, which plays from the loopback Mux. */
async function serveWith(fake: MuxFake): Promise<{ origin: string; server: ChildProcess }> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['build/server.mjs'], {
    env: {
      ...settingsOfSite(),
      ...fake.environment,
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, PUBLIC_URL: origin },
      ...{ DATABASE_URL: databaseUrl(), VIDEO_PROVIDER: 'mux' },
    },
    stdio: 'inherit',
  });
  const isReady = () =>
    fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isReady, { timeout: 30_000, intervals: [200] }).toBe(true);
  return { origin, server };
}

test('a recording that was moved to Mux plays from there, and from nowhere else', async ({ colleague }) => {
  const isPackaged = async () =>
    (
      await query<{ version: number }>(
        'SELECT packaging_version AS version FROM media_asset m JOIN recording r ON r.asset_id = m.id WHERE r.slug = $1',
        [SLUG],
      )
    )[0]?.version;
  await expect.poll(isPackaged, { timeout: 180_000, intervals: [2_000] }).toBeGreaterThan(0);
  const fake = await muxFake();
  const moved = await moveToMux(fake);
  const { origin, server } = await serveWith(fake);
  try {
    const coach = await colleague('coach');
    const { page } = coach;
    const hosts: Record<string, string[]> = {};
    page.on('request', (request) => {
      const { origin: host, pathname } = new URL(request.url());
      hosts[host] = [...(hosts[host] ?? []), pathname];
    });
    const answer = await page.goto(`${origin}/ru/recordings/${SLUG}`);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    const others = [...policy.matchAll(/([\w-]+-src) [^;]*?(https?:[^;]+)/g)].map(([, name, host]) => [
      name,
      host,
    ]);
    expect(others).toEqual(['img-src', 'connect-src', 'media-src'].map((name) => [name, fake.url]));
    await startPlayer(coach);
    await expect.poll(() => secondOf(page)).toBeGreaterThan(2);
    expect(
      await page
        .locator('.player-full video')
        .first()
        .evaluate((video) => (video as HTMLVideoElement).videoWidth),
    ).toBeGreaterThan(0);
    await coach.inspect();
    expect(
      Object.keys(hosts)
        .filter((host) => host.startsWith('http'))
        .sort(),
    ).toEqual([fake.url, origin].sort());
    expect(hosts[fake.url]?.filter((path) => path.endsWith('.m4s')).length).toBeGreaterThan(2);
    expect(hosts[origin]?.filter((path) => /\.(m4s|m3u8|mp4)$/.test(path))).toEqual([]);
    expect((await fetch(`${fake.url}/stream/${moved.playbackId}.m3u8`)).status).toBe(403);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await fake.close();
    await moveBack(moved);
  }
});
