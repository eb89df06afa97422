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

/** The first level is awarded by one registrar, the second asks for the first and for two keys. */
const [FIRST, SECOND] = ['kjf-assistant', 'kjf-coach'];

const SAFEGUARDING: Plan = {
  course: 'safeguarding',
  videos: ['m1-l1', 'm2-l1', 'm3-l1'],
  readings: ['m1-l2'],
  practices: ['m2-l2'],
  quiz: 'm3-l2',
};

const HEAD: Plan = {
  course: 'injury-head',
  videos: ['m1-l1', 'm2-l1', 'm2-l2'],
  readings: ['m1-l2', 'm3-l1'],
  practices: ['m2-l3'],
  quiz: 'm3-l2',
};

test('a coach studies, passes, is qualified, and a stranger verifies it', async ({
  visit,
  colleague,
}, info) => {
  const who = newcomer(info.project.name);
  await test.step('finds a course, signs up, enrols', async () => {
    await findAndSignUp(visit, SAFEGUARDING.course, who);
    await confirmEmail(visit, await colleague('admin'), who);
    for (const { course } of [SAFEGUARDING, HEAD]) await enrol(visit, course);
  });
  await test.step('watches, reads, practises', async () => {
    for (const plan of [SAFEGUARDING, HEAD]) await openVideos(visit, plan);
    if (visit.withScript) await playVideo(visit, SAFEGUARDING);
    for (const plan of [SAFEGUARDING, HEAD]) await readAndPractise(visit, plan);
    for (const plan of [SAFEGUARDING, HEAD]) await noteWatched(visit, plan);
  });
  await test.step('passes the quizzes and completes the courses', async () => {
    await passQuiz(visit, SAFEGUARDING, { firstWrong: true });
    await passQuiz(visit, HEAD, { firstWrong: false });
    for (const plan of [SAFEGUARDING, HEAD]) await expectCompleted(visit, plan);
  });
  const assessor = await colleague('assessor');
  const assessor2 = await colleague('assessor2');
  const registrar = await colleague('registrar');
  const registrar2 = await colleague('registrar2');
  await test.step('is assessed on the mat and awarded the first level', async () => {
    await signSheet(assessor2, await recordSheet(assessor, FIRST, who));
    await applyFor(visit, FIRST);
    await decide(registrar, await findApplication(registrar, who), 'confirm');
  });
  const serial = await test.step('applies for the second level, and two registrars decide', async () => {
    await signSheet(assessor, await recordSheet(assessor2, SECOND, who));
    await applyFor(visit, SECOND);
    const application = await findApplication(registrar, who);
    await decide(registrar, application, 'propose');
    await expectNoSecondKey(registrar, application);
    await decide(registrar2, application, 'confirm');
    return certificateOf(visit, SECOND);
  });
  await test.step('anybody verifies it, until it is revoked', async () => {
    await expectStatus(visit, serial, 'valid');
    await revoke({ registrar, second: registrar2 }, who, SECOND);
    await expectStatus(visit, serial, 'revoked');
  });
});
