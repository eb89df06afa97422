import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { send, signIn, test } from './visit';

const run = promisify(execFile);
const PAGE = '/studio/recordings/kuzushi/sounds';

/** Half a minute of sound, as an interpreter sends it. */
async function makeSound(folder: string): Promise<string> {
  const file = join(folder, 'interpreter.mp3');
  const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg';
  await run(ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=30', file]);
  return file;
}

/** How many milliseconds the sound lies behind the picture now; null while one of them stands. */
const behind = (page: Page) =>
  page.evaluate(() => {
    const [video, sound] = [document.querySelector('video'), document.querySelector('audio')];
    if (!video || !sound || video.paused || sound.paused) return null;
    return (video.currentTime - sound.currentTime) * 1000;
  });

test('an interpreter’s sound is sent, shifted by ear and saved', async ({ visit }) => {
  const { page, say } = visit;
  const isReady = async () =>
    (await (await page.request.get('/ru/recordings/kuzushi')).text()).includes('data-island="player"');
  await expect.poll(isReady, { timeout: 180_000, intervals: [2_000] }).toBe(true);
  const folder = await mkdtemp(join(tmpdir(), 'shihan-sound-'));
  try {
    await signIn(visit, 'editor@demo.test', 'shihan-demo');
    await visit.open(PAGE);
    expect(await axeFaults(page)).toEqual([]);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await makeSound(folder));
    await page.getByRole('link', { name: say('sounds:open') }).click({ timeout: 60_000 });
    const tool = page.locator('#align');
    const button = (key: string) =>
      tool.getByRole('button', { name: say(`sounds:tool.${key}`), exact: true });
    await expect(button('second-later')).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('video').evaluate((video) => (video as HTMLVideoElement).play());
    await expect
      .poll(async () => Math.abs((await behind(page)) ?? 999), { timeout: 15_000 })
      .toBeLessThan(40);
    await button('second-earlier').click();
    await button('second-earlier').press('s');
    await expect(tool.locator('input[name=offset]')).toHaveValue('-900');
    await expect
      .poll(async () => Math.abs(((await behind(page)) ?? 9999) + 900), { timeout: 15_000 })
      .toBeLessThan(40);
    await send(visit, 'sounds:save');
    await expect(page.locator('main')).toContainText(say('sounds:state.waits'));
    await expect(page.locator('#sound-files')).toContainText(say('sounds:state.plays'), { timeout: 120_000 });
    await visit.inspect();
  } finally {
    await rm(folder, { recursive: true });
  }
});
