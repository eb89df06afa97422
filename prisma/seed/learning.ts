import { getCourse } from '~/domain/catalogue/get-course.server';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { findStanding } from '~/domain/learning/find-standing.server';
import { getStudyCourse } from '~/domain/learning/get-study-course.server';
import { packageAsset } from '~/domain/media/package-asset.server';
import { getRecording } from '~/domain/recordings/get-recording.server';
import type { Clock } from '~/platform/clock';
import type { Ctx } from '~/platform/context';
import { localDateOf } from '~/platform/local-date';
import { actorOf } from './people';
import { type Student, studyLesson } from './study';

/** The recordings of the two full courses: history needs their real length, so they are packaged here. */
const CLIPS = ['safe-hall', 'first-five-minutes'];

type Story = {
  email: string;
  course: string;
  daysAgo: number;
  /** Lessons done, from the first; all of them completes the course. */
  done: number | 'all';
  /** Seconds watched of the video after them. */
  halfway?: number;
};

/** Who studied what: one in the middle, one with everything, one whose validity ends soon, one whose ended. */
const STORIES: readonly Story[] = [
  { email: 'coach@demo.test', course: 'safeguarding', daysAgo: 6, done: 2, halfway: 20 },
  { email: 'coach2@demo.test', course: 'injury-head', daysAgo: 40, done: 'all' },
  { email: 'coach2@demo.test', course: 'safeguarding', daysAgo: 33, done: 'all' },
  { email: 'instructor@demo.test', course: 'safeguarding', daysAgo: 1_065, done: 'all' },
  { email: 'assessor@demo.test', course: 'injury-head', daysAgo: 780, done: 'all' },
  { email: 'assessor@demo.test', course: 'safeguarding', daysAgo: 300, done: 'all' },
  { email: 'coordinator@demo.test', course: 'safeguarding', daysAgo: 12, done: 3 },
  { email: 'editor@demo.test', course: 'injury-head', daysAgo: 2, done: 1, halfway: 15 },
];

/** Learners of the demo with their history, through the use cases, each on a clock of its own. */
export async function seedLearning(ctx: Ctx): Promise<void> {
  await Promise.all(CLIPS.map((slug) => packageClip(ctx, slug)));
  for (const story of STORIES) await tell(ctx, story);
}

async function packageClip(ctx: Ctx, slug: string): Promise<void> {
  const { assetId } = await getRecording(ctx, { slug });
  await packageAsset(ctx, { assetId, version: 1 });
}

const DAY = 86_400_000;

/** The story's own time: it begins days ago and moves on by what is studied. */
async function studentOf(ctx: Ctx, { email, course, daysAgo }: Story): Promise<Student> {
  let now = ctx.clock.now().getTime() - daysAgo * DAY;
  const clock: Clock = { now: () => new Date(now), today: (zone) => localDateOf(new Date(now), zone) };
  const actor = await actorOf(ctx, email);
  return {
    course,
    ctx: { ...ctx, actor, lang: actor.lang, clock },
    pass(seconds) {
      now += seconds * 1000;
    },
  };
}

/** Skipped where the course is not open (no ffmpeg, no recordings) and where the story was told before. */
async function tell(ctx: Ctx, story: Story): Promise<void> {
  const { isOpen } = await getCourse(ctx, { slug: story.course });
  const student = await studentOf(ctx, story);
  if (!isOpen || (await findStanding(student.ctx, { slug: story.course }))?.completion) return;
  await enrolCoach(student.ctx, { slug: story.course });
  const { modules } = await getStudyCourse(student.ctx, { slug: story.course });
  const lessons = modules.flatMap((module) => module.lessons);
  const count = story.done === 'all' ? lessons.length : story.done;
  for (const lesson of lessons.slice(0, count)) await studyLesson(student, lesson);
  const next = lessons.slice(count).find(({ kind }) => kind === 'video');
  if (story.halfway && next) await studyLesson(student, next, story.halfway);
}
