import { confirmEmail, enrol, findAndSignUp, newcomer } from './steps/join';
import {
  applyFor,
  certificateOf,
  decide,
  expectNoSecondKey,
  expectStatus,
  findApplication,
  recordSheet,
  revoke,
  signSheet,
} from './steps/qualify';
import {
  expectCompleted,
  noteWatched,
  openVideos,
  type Plan,
  passQuiz,
  playVideo,
  readAndPractise,
} from './steps/study';
import { test } from './visit';

const LEVEL = 'kjf-assistant';

const COURSE: Plan = {
  course: 'safeguarding',
  videos: ['m1-l1', 'm2-l1', 'm3-l1'],
  readings: ['m1-l2'],
  practices: ['m2-l2'],
  quiz: 'm3-l2',
};

/** Somebody who only wants to know whether a paper is true. */
test('a coach studies a real lesson, passes, is qualified, and a stranger verifies it', async ({
  visit,
  colleague,
}, info) => {
  const who = newcomer(info.project.name);
  await test.step('finds a course, signs up, enrols', async () => {
    await findAndSignUp(visit, COURSE.course, who);
    await confirmEmail(visit, await colleague('admin'), who);
    await enrol(visit, COURSE.course);
  });
  await test.step('watches, reads, practises', async () => {
    await openVideos(visit, COURSE);
    if (visit.withScript) await playVideo(visit, COURSE);
    await readAndPractise(visit, COURSE);
    await noteWatched(visit, COURSE);
  });
  await test.step('passes the quiz and completes the course', async () => {
    await passQuiz(visit, COURSE);
    await expectCompleted(visit, COURSE);
  });
  await test.step('is assessed on the mat by two assessors', async () => {
    const sheet = await recordSheet(await colleague('assessor'), LEVEL, who);
    await signSheet(await colleague('assessor2'), sheet);
  });
  await test.step('applies, and two registrars decide', async () => {
    await applyFor(visit, LEVEL);
    const first = await colleague('registrar');
    const application = await findApplication(first, who);
    await decide(first, application, 'propose');
    await expectNoSecondKey(first, application);
    await decide(await colleague('registrar2'), application, 'confirm');
  });
  await test.step('holds a certificate that anybody verifies, until it is revoked', async () => {
    const serial = await certificateOf(visit);
    await expectStatus(visit, serial, 'valid');
    await revoke(await colleague('registrar'), who);
    await expectStatus(visit, serial, 'revoked');
  });
});
