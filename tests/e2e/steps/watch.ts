import { expect, type Locator, type Page } from '@playwright/test';
import type { Visit } from '../visit';

/** The picture of the full player; its own element lies in the player's shadow. */
export const pictureOf = (page: Page): Locator => page.locator('.player-full video').first();

/** Asks the picture something: `look` runs in the page. */
export const ask = <T>(page: Page, look: (video: HTMLVideoElement) => T): Promise<T> =>
  (pictureOf(page) as Locator).evaluate(look as (element: SVGElement | HTMLElement) => T);

export const secondOf = (page: Page): Promise<number> => ask(page, ({ currentTime }) => currentTime);

/** Starts the recording by its button and waits until it plays. */
export async function startPlayer({ page, say }: Visit): Promise<void> {
  await page.getByRole('button', { name: say('media:player.play') }).click();
  await expect(pictureOf(page)).toBeAttached();
  await expect(page.locator('.player-tools')).toBeVisible();
  await expect.poll(() => ask(page, (video) => !video.paused && video.readyState > 2)).toBe(true);
}

/** Stops, and waits for the picture to stand. */
export async function pause(page: Page): Promise<void> {
  await ask(page, (video) => video.pause());
  await expect.poll(() => ask(page, (video) => video.paused && !video.seeking)).toBe(true);
}

/** Chooses in one of the selects under the picture. */
export async function choose({ page, say }: Visit, key: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: say(key), exact: true }).selectOption(value);
}

/** Notes the media time of every picture that is shown from now on, as the browser tells it. */
export async function noteFrames(page: Page): Promise<void> {
  await pictureOf(page).evaluate((element) => {
    if (!(element instanceof HTMLVideoElement)) return;
    const noted: number[] = [];
    Object.assign(window, { shownFrames: noted });
    const hear = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      noted.push(mediaTime);
      element.requestVideoFrameCallback(hear);
    };
    element.requestVideoFrameCallback(hear);
  });
}

export const notedFrames = (page: Page): Promise<number[]> =>
  page.evaluate(() => ('shownFrames' in window ? (window.shownFrames as number[]) : []));

/** The rounds of a loop: the first and the last picture of each, whole rounds only. */
export function roundsOf(frames: readonly number[]): { first: number; last: number }[] {
  const starts = frames.flatMap((time, index) =>
    index > 0 && time < (frames[index - 1] ?? 0) ? [index] : [],
  );
  return starts.slice(0, -1).map((start, round) => ({
    first: frames[start] ?? 0,
    last: frames[(starts[round + 1] ?? 1) - 1] ?? 0,
  }));
}
