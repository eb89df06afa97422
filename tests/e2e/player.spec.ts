import { expect } from '@playwright/test';
import { axeFaults } from './axe';
import { tooSmall } from './public/page-text';
import { ask, choose, notedFrames, noteFrames, pause, roundsOf, secondOf, startPlayer } from './steps/watch';
import { test } from './visit';
import { word } from './words';

const RECORDING = '/recordings/kuzushi';
/** Of the demo recordings, seconds. */
const FRAME = 1 / 12.5;

test.beforeEach(async ({ request }) => {
  // The demo packages its recordings in its first minutes.
  const isReady = async () =>
    (await (await request.get(`/ru${RECORDING}`)).text()).includes('data-island="player"');
  await expect.poll(isReady, { timeout: 180_000, intervals: [2_000] }).toBe(true);
});

test('nothing plays, and no player is loaded, before the viewer starts it', async ({ visit }) => {
  const { page } = visit;
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  const media: string[] = [];
  page.on('request', (request) => {
    if (/\.(m4s|mp4|m4a|m3u8)/.test(request.url())) media.push(request.url());
  });
  await visit.open(`${RECORDING}?t=5`);
  await expect(page.locator('.player-choices')).toBeVisible();
  await page.waitForTimeout(1_500);
  const playing = await page
    .locator('video')
    .evaluateAll((videos) =>
      videos.filter((video) => video instanceof HTMLVideoElement && (!video.paused || video.currentTime > 0)),
    );
  expect(playing).toEqual([]);
  expect(media).toEqual([]);
  expect(scripts.filter((address) => /full-player|tools/.test(address))).toEqual([]);
  await choose(visit, 'media:player.mode', 'small');
  await choose(visit, 'media:player.mode', 'full');
  expect(media).toEqual([]);
  await startPlayer(visit);
  expect(scripts.some((address) => /full-player/.test(address))).toBe(true);
  expect(await secondOf(page)).toBeGreaterThanOrEqual(5);
  await visit.inspect();
});

test('the sound goes from Japanese to Russian at the same second', async ({ visit }) => {
  const { page } = visit;
  const sounds: string[] = [];
  page.on('request', (request) => sounds.push(/\/(a-\w+)\//.exec(request.url())?.[1] ?? ''));
  await visit.open(`${RECORDING}?t=8`);
  await choose(visit, 'media:player.audio', 'ja');
  await startPlayer(visit);
  expect(sounds).toContain('a-ja');
  const enabled = () =>
    page.locator('mux-player').evaluate((player) =>
      'audioTracks' in player
        ? Array.from(player.audioTracks as Iterable<{ enabled: boolean; language: string }>)
            .filter((track) => track.enabled)
            .map(({ language }) => language)
        : [],
    );
  await expect.poll(enabled).toEqual(['ja']);
  sounds.length = 0;
  const [before, since] = [await secondOf(page), Date.now()];
  await choose(visit, 'media:player.audio', 'ru');
  await expect.poll(enabled).toEqual(['ru']);
  await expect.poll(() => sounds).toContain('a-ru');
  await expect.poll(() => secondOf(page)).toBeGreaterThan(before + 1);
  const moved = (await secondOf(page)) - before;
  expect(moved).toBeLessThanOrEqual((Date.now() - since) / 1000 + 0.3);
});

test('captions of two languages show, and the mirror turns the picture alone', async ({ visit }) => {
  const { page, say } = visit;
  await visit.open(`${RECORDING}?t=5`);
  await startPlayer(visit);
  await choose(visit, 'media:player.captions', 'ru');
  await choose(visit, 'media:player.second-captions', 'kk');
  const [first, second] = [page.locator('.player-line').first(), page.locator('.player-line').nth(1)];
  await expect(first).toBeVisible();
  await expect(second).toBeVisible();
  await pause(page);
  // The middle of a cue: between two of them nothing is said.
  await ask(page, (video) => {
    video.currentTime = 8;
  });
  await expect(first).toHaveAttribute('lang', 'ru');
  await expect(second).toHaveAttribute('lang', 'kk');
  await expect(first).not.toContainText(say('media:player.machine'));
  await expect(second).toContainText(say('media:player.machine'));
  const [above, below] = [await first.boundingBox(), await second.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);

  await page.getByRole('button', { name: say('media:tools.mirror') }).click();
  const turned = await page.evaluate(() => {
    const isTurned = (start: Element | null): boolean => {
      for (let part = start; part; part = part.parentElement)
        if (new DOMMatrix(getComputedStyle(part).transform).a < 0) return true;
      return false;
    };
    return ['.player-line', '.player-button', '.player-seek', '.player-choices'].filter((name) =>
      isTurned(document.querySelector(name)),
    );
  });
  expect(turned).toEqual([]);
  expect(await ask(page, (video) => new DOMMatrix(getComputedStyle(video).transform).a)).toBe(-1);
  await page.getByRole('button', { name: say('media:tools.mirror') }).click();
  expect(await ask(page, (video) => new DOMMatrix(getComputedStyle(video).transform).a)).toBe(1);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await visit.inspect();
    expect(await tooSmall(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
  }
});

test('a step is one picture, there and back', async ({ visit }) => {
  const { page, say } = visit;
  await visit.open(`${RECORDING}?t=6`);
  await startPlayer(visit);
  await pause(page);
  await noteFrames(page);
  const forward = page.getByRole('button', { name: say('media:tools.frame-forward') });
  const back = page.getByRole('button', { name: say('media:tools.frame-back') });
  const shown = async () => (await notedFrames(page)).at(-1) ?? Number.NaN;
  await forward.click();
  await expect.poll(shown).not.toBeNaN();
  let before = await shown();
  for (const [button, by] of [
    ...Array.from({ length: 5 }, () => [forward, FRAME] as const),
    ...Array.from({ length: 5 }, () => [back, -FRAME] as const),
  ]) {
    await button.click();
    await expect.poll(shown).not.toBe(before);
    const after = await shown();
    expect(after - before).toBeCloseTo(by, 3);
    before = after;
  }
  await forward.focus();
  await page.keyboard.press('.');
  await expect.poll(shown).toBeCloseTo(before + FRAME, 3);
});

test('a loop from a link holds: each round begins with the same picture, none drifts', async ({ visit }) => {
  const { page, say } = visit;
  await visit.open(`${RECORDING}?a=12.4&b=12.64`);
  await startPlayer(visit);
  await choose(visit, 'media:player.speed', '0.25');
  await noteFrames(page);
  await expect
    .poll(async () => roundsOf(await notedFrames(page)).length, { timeout: 45_000 })
    .toBeGreaterThanOrEqual(15);
  const rounds = roundsOf(await notedFrames(page));
  const told = JSON.stringify(rounds);
  // A busy machine may notice the end of one round a picture late; the next round begins where all begin.
  const firsts = rounds.map(({ first }) => first);
  const lasts = rounds.map(({ last }) => last).sort((a, b) => a - b);
  expect(Math.max(...firsts) - Math.min(...firsts), told).toBeLessThan(FRAME);
  expect(rounds.at(-1)?.first, told).toBeCloseTo(12.4, 2);
  expect(lasts[Math.floor(lasts.length / 2)], told).toBeCloseTo(12.64 - FRAME, 2);
  await page.getByRole('button', { name: say('media:tools.clear-loop') }).click();
  await expect.poll(() => secondOf(page)).toBeGreaterThan(12.7);
});

test('the second goes along into another language', async ({ visit }) => {
  const { page } = visit;
  await visit.open(`${RECORDING}?t=9`);
  await startPlayer(visit);
  await expect.poll(() => secondOf(page)).toBeGreaterThan(10);
  await pause(page);
  await page.locator('a[hreflang=ja]').first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await startPlayer({ ...visit, say: (key) => word('ja', key) });
  expect(await secondOf(page)).toBeGreaterThanOrEqual(10);
  expect(await secondOf(page)).toBeLessThan(13);
});
