import { createCourse } from '~/domain/catalogue/create-course.server';
import type { CreateCourseInput, LessonInput } from '~/domain/catalogue/inputs';
import { publishVersion } from '~/domain/catalogue/publish-version.server';
import { foundOrganisation } from '~/domain/people/found-organisation.server';
import { registerPerson } from '~/domain/people/register-person.server';
import { createRecording } from '~/domain/recordings/create-recording.server';
import { publishRecording } from '~/domain/recordings/publish-recording.server';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import type { DomainEvent } from '~/platform/events';
import { newId } from '~/platform/ids';
import { actorWith, type TestWorld } from '../../support/database';

export const text = (words: string) => authored('en', { en: words, ru: `${words} (ru)` });

let count = 0;
const next = (): number => {
  count += 1;
  return count;
};

/** An account of its own, as the session would give it. */
export async function person(
  world: TestWorld,
  roles: Parameters<typeof actorWith>[0] = [],
  path = '/',
): Promise<Actor> {
  const ids = await registerPerson(world.ctx(), {
    contact: { email: `person-${next()}@example.test`, phone: null },
    lang: 'ru',
    name: { family: 'Test', given: 'Person', patronymic: '' },
    latinName: null,
    consent: { version: 'test', lang: 'ru' },
  });
  return actorWith(roles, path, ids);
}

/** A published recording of this length, `by` its instructor; nothing but its facts exists. Null: still being prepared. */
export async function recording(
  world: TestWorld,
  organisationId: string,
  seconds: number | null,
  by?: Ctx,
): Promise<string> {
  const ctx = by ?? world.ctx(await person(world, ['instructor']));
  const assetId = newId();
  const packaged = seconds === null ? {} : { durationMs: seconds * 1000, packagingVersion: 1 };
  await ctx.db.mediaAsset.create({
    data: {
      id: assetId,
      provider: 'local',
      masterKey: 'none',
      masterSha256: 'none',
      masterBytes: 1n,
      createdAt: ctx.clock.now(),
      ...packaged,
    },
  });
  const { recordingId } = await createRecording(ctx, {
    slug: `recording-${next()}`,
    organisationId,
    assetId,
    title: text('Recording'),
    credit: text('Credit'),
    audience: { kind: 'account' },
    availableUntil: null,
  });
  await publishRecording(ctx, { recordingId });
  return recordingId;
}

const lesson = (slug: string, facts: Partial<LessonInput>): LessonInput => ({
  slug,
  kind: 'reading',
  title: text(slug),
  summary: text('Summary'),
  body: text('Body'),
  checklist: null,
  sources: null,
  minutes: 5,
  recordingId: null,
  ...facts,
});

const question = (slug: string, correct: number[]): CreateCourseInput['questions'][number] => ({
  slug,
  prompt: text(`Prompt ${slug}`),
  options: ['A', 'B', 'C', 'D'].map((option) => text(`${slug} ${option}`)),
  correct,
  explanation: text(`Because of ${slug}`),
  source: 'a source',
});

export async function organisation(world: TestWorld): Promise<string> {
  const ctx = world.ctx(await person(world, ['admin']));
  const { id } = await foundOrganisation(ctx, {
    slug: `club-${next()}`,
    kind: 'club',
    name: text('Club'),
    parentId: null,
  });
  return id;
}

export type StudyCourse = { slug: string; courseId: string; versionId: string; recordingId: string };

/** A published course: a video, a reading, a practice with two items, a quiz of two questions (appended). */
export async function course(
  world: TestWorld,
  facts: Partial<CreateCourseInput> & { seconds?: number | null } = {},
): Promise<StudyCourse> {
  const { seconds = 100, ...rest } = facts;
  const organisationId = await organisation(world);
  const ctx = world.ctx(await person(world, ['instructor']));
  const recordingId = await recording(world, organisationId, seconds);
  const slug = `course-${next()}`;
  const lessons = [
    lesson('watch', { kind: 'video', recordingId }),
    lesson('read', {}),
    lesson('practise', { kind: 'practice', checklist: [text('One'), text('Two')] }),
  ];
  const ids = await createCourse(ctx, {
    slug,
    organisationId,
    title: text('Course'),
    summary: text('About it'),
    outcomes: [text('Outcome')],
    credit: text('Credit'),
    level: 1,
    hours: 4.5,
    points: 2,
    mandatory: true,
    validityMonths: 12,
    component: 'safeguarding',
    passPercent: 100,
    attempts: 2,
    prerequisites: [],
    modules: [{ title: text('Module'), lessons }],
    questions: [question('one', [1]), question('two', [0, 2])],
    ...rest,
  });
  await publishVersion(ctx, { versionId: ids.versionId });
  return { slug, ...ids, recordingId };
}

/** A context whose events are kept in `told` instead of being reacted to. */
export function listening(world: TestWorld, actor: Actor | null, told: DomainEvent[] = []): Ctx {
  const ctx = world.ctx(actor);
  const react = async (_ctx: Ctx, event: DomainEvent) => {
    told.push(event);
  };
  return { ...ctx, ports: { ...ctx.ports, react } };
}
