import { expect } from '@playwright/test';
import { send, unfold, type Visit } from '../visit';
import { knownQuestions } from '../words';

/** Lessons of a course as addresses, by kind. */
export type Plan = {
  course: string;
  videos: string[];
  readings: string[];
  practices: string[];
  quiz: string;
};

const addressOf = (course: string, lesson: string) => `/learn/${course}/${lesson}`;

/** Opens every video lesson: from then on its seconds may be watched. */
export async function openVideos(visit: Visit, { course, videos }: Plan): Promise<void> {
  for (const lesson of videos) {
    await visit.open(addressOf(course, lesson));
    await expect(visit.page.locator('video').first()).toBeAttached();
  }
}

/** Real playing of the packaged recording: time goes on, and what was watched is known after a reload. */
export async function playVideo(visit: Visit, { course, videos: [lesson = ''] }: Plan): Promise<void> {
  const { page } = visit;
  await visit.open(addressOf(course, lesson));
  await visit.inspect();
  await page
    .getByRole('button', { name: visit.say('media:player.play') })
    .first()
    .click();
  const video = page.locator('.player-full video').first();
  await expect
    .poll(
      () => video.evaluate((element) => (element instanceof HTMLVideoElement ? element.currentTime : 0)),
      { timeout: 30_000 },
    )
    .toBeGreaterThan(4);
  const facts = await video.evaluate((element) =>
    element instanceof HTMLVideoElement ? { width: element.videoWidth, source: element.currentSrc } : null,
  );
  expect(facts?.width).toBeGreaterThan(100);
  expect(facts?.source).toMatch(/^blob:/);
  await video.evaluate((element) => (element instanceof HTMLVideoElement ? element.pause() : undefined));
  await visit.inspect();
  await expect
    .poll(async () => {
      await page.reload();
      return page.locator('.go').textContent();
    })
    .toMatch(/[1-9]/);
}

/** The form for browsers without script: the whole length, once so much time has passed. */
export async function noteWatched(visit: Visit, { course, videos }: Plan): Promise<void> {
  const { page } = visit;
  for (const lesson of videos) {
    await expect(async () => {
      await visit.open(addressOf(course, lesson));
      await unfold(visit, 'learning:watched.open');
      await send(visit, 'learning:watched.save');
      await expect(page.locator('.go')).toContainText(visit.say('learning:lesson.done'), { timeout: 1_000 });
    }).toPass({ timeout: 40_000, intervals: [1_000] });
    // The site refused the whole length (429) until so much time had passed.
    await visit.inspect({ status: 429 });
  }
}

export async function readAndPractise(visit: Visit, { course, readings, practices }: Plan): Promise<void> {
  const { page } = visit;
  for (const lesson of readings) {
    await visit.open(addressOf(course, lesson));
    await visit.inspect();
    await send(visit, 'learning:lesson.mark-read');
    await visit.open(addressOf(course, lesson));
    await expect(page.locator('.go')).toContainText(visit.say('learning:lesson.done'));
  }
  for (const lesson of practices) {
    await visit.open(addressOf(course, lesson));
    await visit.inspect();
    for (const box of await page.locator('[name=items]').all()) await box.check();
    await send(visit, 'learning:lesson.items-save');
    await expect(page.locator('.go')).toContainText(visit.say('learning:lesson.done'));
  }
}

/** Ticks the right answers, or in every question something else. */
async function answer(visit: Visit, course: string, isRight: boolean): Promise<void> {
  const { page } = visit;
  const known = knownQuestions(course, visit.lang);
  // The last button of the form: a page that is still arriving has fewer questions.
  await expect(page.getByRole('button', { name: visit.say('learning:quiz.submit') })).toBeVisible();
  for (const field of await page.locator('form.quiz fieldset').all()) {
    const legend = (await field.locator('legend').textContent()) ?? '';
    const question = known.find(({ prompt }) => legend.includes(prompt));
    expect(question, legend).toBeTruthy();
    for (const option of await field.locator('label').all()) {
      const words = ((await option.textContent()) ?? '').trim();
      const wanted = (question?.right.includes(words) ?? false) === isRight;
      const control = option.locator('input');
      if (!wanted) continue;
      await control.check();
      if ((await control.getAttribute('type')) === 'radio') break;
    }
  }
}

/** Wrong answers are explained and may be tried again; right ones pass. */
export async function passQuiz(
  visit: Visit,
  { course, quiz }: Plan,
  { firstWrong }: { firstWrong: boolean },
): Promise<void> {
  const { page } = visit;
  await visit.open(addressOf(course, quiz));
  await visit.inspect();
  await send(visit, 'learning:quiz.begin');
  if (firstWrong) {
    await answer(visit, course, false);
    await visit.inspect();
    await send(visit, 'learning:quiz.submit');
    await expect(page.locator('#result li.question').first()).toContainText(visit.say('learning:quiz.wrong'));
    await visit.inspect();
    await send(visit, 'learning:quiz.retry');
  }
  await answer(visit, course, true);
  await send(visit, 'learning:quiz.submit');
  await expect(page.locator('#result')).toContainText(visit.say('learning:quiz.right'));
  await expect(page.locator('#result')).not.toContainText(visit.say('learning:quiz.wrong'));
  await visit.inspect();
}

/** The course is completed, and the worker makes evidence of it. */
export async function expectCompleted(visit: Visit, { course }: Plan): Promise<void> {
  await visit.open(`/learn/${course}`);
  await expect(visit.page.locator('main')).toContainText(visit.say('learning:study.completed'));
  await visit.inspect();
  await visit.open('/learn');
  await visit.inspect();
  await expect
    .poll(async () => {
      await visit.open('/me/evidence');
      return visit.page.locator('main tbody tr').count();
    })
    .toBeGreaterThan(0);
  await visit.inspect();
}
