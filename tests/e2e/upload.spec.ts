import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { axeFaults } from './axe';
import { joinByInvitation } from './steps/invited';
import { send, test } from './visit';

const run = promisify(execFile);

/** A real recording of four seconds. */
async function makeFile(folder: string): Promise<string> {
  const file = join(folder, '崩しの基本.mp4');
  const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg';
  await run(ffmpeg, [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25:duration=4'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4', '-c:v', 'libx264', '-preset', 'ultrafast'],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', file],
  ]);
  return file;
}

test('from the invitation to publishing: an instructor signs up, sends a recording, looks at it', async ({
  visit,
  colleague,
}) => {
  const { page, lang } = visit;
  const folder = await mkdtemp(join(tmpdir(), 'shihan-upload-'));
  const errors: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await joinByInvitation(visit, await colleague('admin'));
    expect(await axeFaults(page)).toEqual([]);
    errors.length = 0;
    await expect(page.locator('input[type=file]')).toBeEnabled();
    await page.locator('input[type=file]').setInputFiles(await makeFile(folder));
    await expect(page.locator('.upload-box li')).toContainText(visit.say('uploads:arrived'));
    await expect(page.locator('.upload-box li')).toContainText(/SHA-256: [0-9a-f]{64}/);
    await page.getByRole('link', { name: '崩しの基本' }).first().click();
    await expect(page.locator('#file')).toContainText(visit.say('uploads:state.ready'), { timeout: 240_000 });
    expect(errors).toEqual([]);
    await page.reload();
    await expect(page.locator('#file')).toContainText(visit.say('uploads:checksum-same'));
    await expect(page.locator('.player-host video').first()).toBeAttached();
    expect(await axeFaults(page)).toEqual([]);
    await page
      .locator('summary')
      .filter({ hasText: visit.say('recordings:studio.publish-open') })
      .click();
    await send(visit, 'recordings:studio.publish');
    await expect(page.locator('main')).toContainText(visit.say('recordings:studio.states.published'));
    const path =
      (await page.getByRole('link', { name: visit.say('recordings:studio.open') }).getAttribute('href')) ??
      '';
    expect((await page.request.get(path)).status()).toBe(200);
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('h1')).toContainText('崩しの基本');
  } finally {
    await rm(folder, { recursive: true });
  }
});
