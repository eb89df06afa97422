import { expect } from '@playwright/test';
import { ask, notedFrames, noteFrames, secondOf, startPlayer } from './steps/watch';
import { send, test } from './visit';

const RECORDING = '/recordings/tai-sabaki';
const [FROM, TO] = [30, 36];

test('seconds that are withdrawn while somebody watches are not shown; the rest plays on', async ({
  visit,
  colleague,
}) => {
  const { page, say } = visit;
  const isReady = async () =>
    (await (await page.request.get(`/ru${RECORDING}`)).text()).includes('data-island="player"');
  await expect.poll(isReady, { timeout: 180_000, intervals: [2_000] }).toBe(true);
  const editor = await colleague('editor');
  await editor.open(`/studio${RECORDING}`);
  await visit.open(RECORDING);
  await startPlayer(visit);
  // What is withdrawn lies in the browser already.
  const isLoaded = () => ask(page, ({ buffered }) => buffered.length > 0 && buffered.end(0) > 31);
  await expect.poll(isLoaded, { timeout: 20_000 }).toBe(true);
  await editor.page
    .locator('summary')
    .filter({ hasText: editor.say('consents:remove') })
    .first()
    .click();
  await editor.page.locator('input[name=from]').last().fill(`0:${FROM}`);
  await editor.page.locator('input[name=to]').last().fill(`0:${TO}`);
  await send(editor, 'consents:remove-now');
  await expect(editor.page.locator('main')).toContainText(`0:${FROM}`);
  const parts = page.waitForResponse(
    async (answer) => /parts\.json/.test(answer.url()) && (await answer.text()).includes('[30000,36000]'),
  );
  await parts;
  await expect.poll(() => ask(page, (video) => !video.paused && video.readyState > 2)).toBe(true);
  await noteFrames(page);
  await expect.poll(() => secondOf(page), { timeout: 60_000 }).toBeGreaterThan(TO + 2);
  const shown = (await notedFrames(page)).filter((second) => second > FROM && second < TO - 0.1);
  expect(shown).toEqual([]);
  await expect(page.locator('.player-note [role=status]')).toContainText(say('media:player.skipped'));
  await ask(page, (video) => {
    video.currentTime = 32;
  });
  await expect.poll(() => secondOf(page)).toBeGreaterThanOrEqual(TO);
  const before = await secondOf(page);
  await expect.poll(() => secondOf(page)).toBeGreaterThan(before + 1);
});
