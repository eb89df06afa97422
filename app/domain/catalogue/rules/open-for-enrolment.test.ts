import { expect, test } from 'vitest';
import type { LessonKind } from '../inputs';
import { isOpenForEnrolment } from './open-for-enrolment';

const lesson = (
  kind: LessonKind,
  has: { body?: boolean; checklist?: boolean; recording?: boolean } = {},
) => ({
  kind,
  hasBody: has.body ?? false,
  hasChecklist: has.checklist ?? false,
  hasRecording: has.recording ?? false,
});

test('every lesson with its material opens the course', () => {
  const full = [lesson('video', { recording: true }), lesson('reading', { body: true }), lesson('quiz')];
  expect(isOpenForEnrolment(full)).toBe(true);
  expect(isOpenForEnrolment([...full, lesson('practice', { body: true, checklist: true })])).toBe(true);
});

test.each([
  ['a video without its recording', lesson('video', { body: true })],
  ['a reading without text', lesson('reading')],
  ['a practice without a list', lesson('practice', { body: true })],
  [
    'an assignment, until it can be examined',
    lesson('assignment', { body: true, recording: true, checklist: true }),
  ],
])('%s keeps it closed', (_what, missing) => {
  expect(isOpenForEnrolment([lesson('quiz'), missing])).toBe(false);
});

test('a course without lessons is not open', () => {
  expect(isOpenForEnrolment([])).toBe(false);
});
