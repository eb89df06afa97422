import { createHash } from 'node:crypto';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import type { DecideInput } from '~/domain/applications/inputs';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { recordScoreSheet } from '~/domain/evidence/record-score-sheet.server';
import { signScoreSheet } from '~/domain/evidence/sign-score-sheet.server';
import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import { findPerson } from '~/domain/people/find-person.server';
import { CONSENT_VERSION } from '~/domain/people/inputs';
import { joinOrganisation } from '~/domain/people/join-organisation.server';
import { recordConfirmation } from '~/domain/people/record-confirmation.server';
import { registerPerson } from '~/domain/people/register-person.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { localDateOf } from '~/platform/local-date';
import { HOLDER_STORIES, type HolderStory, ordinal } from './demo-holders';
import { actorOf, type SeededPeople } from './people';
import { issueTogether } from './showcase/batches';

const DAY = 86_400_000;
const ZONE = 'Asia/Almaty';

/** Stories told side by side; they wait for the audit chain in turn. */
const AT_ONCE = 4;

const PLACES = [
  'karaganda-shakhtar',
  'school-12',
  'almaty-alatau',
  'karaganda',
  'almaty',
  'turkistan',
  'akmola',
];

type Office = { registrar: Actor; registrar2: Actor; assessor: Actor; assessor2: Actor };

/** The same context so many days ago, at ten in the morning of Kazakhstan. */
export function daysAgo(ctx: Ctx, days: number, actor: Actor | null): Ctx {
  const today = new Date(`${ctx.clock.today(ZONE)}T05:00:00Z`);
  const now = new Date(Math.min(today.getTime() - days * DAY, ctx.clock.now().getTime()));
  const clock = { now: () => now, today: (zone: string) => localDateOf(now, zone) };
  return { ...ctx, clock, actor, lang: actor?.lang ?? ctx.lang };
}

/** An id that the same words always give, so that a seed that was killed goes on without doubles. */
function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Holders of every kind in several regions, and applications in every state, through the use cases. */
export async function seedLicensing(ctx: Ctx, people: SeededPeople): Promise<void> {
  const office: Office = {
    registrar: await actorOf(ctx, 'registrar@demo.test'),
    registrar2: await actorOf(ctx, 'registrar2@demo.test'),
    assessor: await actorOf(ctx, 'assessor@demo.test'),
    assessor2: await actorOf(ctx, 'assessor2@demo.test'),
  };
  const stories = [...HOLDER_STORIES.entries()].sort(([, a], [, b]) => b.applied - a.applied);
  while (stories.length > 0) {
    const next = stories.splice(0, AT_ONCE);
    await Promise.all(next.map(([index, story]) => seedStory(ctx, people, office, index, story)));
  }
  await tellCoach2(ctx, office, await actorOf(ctx, 'coach2@demo.test'));
}

async function seedStory(ctx: Ctx, people: SeededPeople, office: Office, index: number, story: HolderStory) {
  const holder = await seedHolder(ctx, people, index);
  const done = await listOwnApplications({ ...ctx, actor: holder });
  const isLong = story.coach !== undefined || story.renewal !== undefined;
  if (done.length > (isLong ? 1 : 0)) return;
  await tell(ctx, office, holder, story);
}

async function seedHolder(ctx: Ctx, people: SeededPeople, index: number): Promise<Actor> {
  const email = `holder${index + 1}@demo.test`;
  const { ru, en } = ordinal(index + 1);
  const contact = { email, phone: null };
  const known = await findPerson(ctx, { contact });
  if (!known) {
    const { accountId } = await registerPerson(ctx, {
      contact,
      lang: index % 3 === 0 ? 'kk' : 'ru',
      name: { family: 'Держатель', given: ru, patronymic: '' },
      latinName: { family: 'Holder', given: en },
      consent: { version: CONSENT_VERSION, lang: 'ru' },
    });
    await recordConfirmation(ctx, { accountId });
  }
  const holder = await actorOf(ctx, email);
  const home = people.organisations[PLACES[index % PLACES.length] ?? 'kjf'];
  if (home) await joinOrganisation({ ...ctx, actor: holder }, { organisationId: home.id });
  return holder;
}

async function tell(ctx: Ctx, office: Office, holder: Actor, story: HolderStory): Promise<void> {
  await study(ctx, holder, 'safeguarding', story.studied);
  await study(ctx, holder, 'injury-head', story.studied);
  if (story.practical !== undefined) await examine(ctx, office, holder, 'kjf-assistant', story.practical);
  const applicationId = await apply(ctx, holder, 'kjf-assistant', story.applied);
  const { daysAgo: days, as } = story.decided ?? {};
  if (days !== undefined && as) await decide(daysAgo(ctx, days, office.registrar), applicationId, as);
  if (story.studiedAgain !== undefined) await study(ctx, holder, 'injury-head', story.studiedAgain);
  if (story.renewal !== undefined) await renew(ctx, holder, story.renewal);
  if (story.coach) await becomeCoach(ctx, office, holder, story.coach);
  await sanction(ctx, office, holder, story);
}

const COURSES = {
  safeguarding: { component: 'safeguarding', validityMonths: 36, hours: 4 },
  'injury-head': { component: 'head-injury', validityMonths: 24, hours: 5 },
} as const;

async function study(ctx: Ctx, { personId }: Actor, slug: keyof typeof COURSES, days: number): Promise<void> {
  const title = (await listCourseTitles(ctx, { slugs: [slug] })).get(slug)?.title;
  if (!title) throw new Error(`The demo has no course ${slug}`);
  const then = daysAgo(ctx, days, null);
  await recordCourseCompletion(then, {
    ...COURSES[slug],
    sourceId: idOf('completion', personId, slug, days),
    personId,
    ref: `course:${slug}@1`,
    title,
    points: 2,
    occurredOn: then.clock.today(ZONE),
  });
}

const MARKS: Record<string, Readonly<Record<string, string>>> = {
  'kjf-assistant': { ukemi: '4', 'hall-safety': '4', demonstration: '3', communication: '4', values: '5' },
  'kjf-coach': { 'lesson-plan': '4', progression: '4', correction: '3', 'head-injury': '5', example: '4' },
};

async function record(
  ctx: Ctx,
  office: Office,
  { personId }: Actor,
  level: string,
  days: number,
): Promise<string> {
  const then = daysAgo(ctx, days, office.assessor);
  const { id } = await recordScoreSheet(then, {
    submissionKey: idOf('sheet', personId, level, days),
    personId,
    level,
    heldOn: then.clock.today(ZONE),
    place: 'Караганда, зал клуба «Шахтёр»',
    remarks: 'Уверенно ведёт группу. Работать над темпом объяснений.',
    marks: MARKS[level] ?? {},
  });
  return id;
}

async function examine(ctx: Ctx, office: Office, person: Actor, level: string, days: number): Promise<void> {
  const sheetId = await record(ctx, office, person, level, days);
  await signScoreSheet(daysAgo(ctx, days - 1, office.assessor2), { sheetId });
}

async function apply(ctx: Ctx, person: Actor, level: string, days: number): Promise<string> {
  const input = { level, languages: ['kk', 'ru'] as const, note: '' };
  return (await applyForLevel(daysAgo(ctx, days, person), input)).applicationId;
}

async function renew(ctx: Ctx, person: Actor, days: number): Promise<void> {
  const languages = ['kk', 'ru'] as const;
  await askForRenewal(daysAgo(ctx, days, person), { level: 'kjf-assistant', languages, note: '' });
}

async function decide(
  ctx: Ctx,
  applicationId: string,
  as: 'awarded' | 'refused' | 'returned',
): Promise<void> {
  const decisions: Record<typeof as, DecideInput> = {
    awarded: { act: 'confirm', applicationId, note: '' },
    refused: {
      act: 'refuse',
      applicationId,
      reason: 'doubt',
      note: 'Место экзамена в ведомости не подтверждено залом.',
    },
    returned: { act: 'return', applicationId, note: 'В каком зале вы ведёте группу?' },
  };
  await decideApplication(ctx, decisions[as]);
}

async function becomeCoach(
  ctx: Ctx,
  office: Office,
  holder: Actor,
  story: NonNullable<HolderStory['coach']>,
): Promise<void> {
  await examine(ctx, office, holder, 'kjf-coach', story.practical);
  const applicationId = await apply(ctx, holder, 'kjf-coach', story.applied);
  await decideApplication(daysAgo(ctx, story.proposed, office.registrar), {
    act: 'propose',
    applicationId,
    note: '',
  });
  if (story.confirmed === undefined) return;
  await decideApplication(daysAgo(ctx, story.confirmed, office.registrar2), {
    act: 'confirm',
    applicationId,
    note: '',
  });
}

async function sanction(ctx: Ctx, office: Office, holder: Actor, story: HolderStory): Promise<void> {
  const { licences } = await listOwnQualifications({ ...ctx, actor: holder });
  const qualificationId = licences[0]?.facts.qualificationId;
  if (!qualificationId) return;
  const legalBasis = 'Положение о квалификации, раздел «Меры»';
  const order = (days: number) => {
    const then = daysAgo(ctx, days, office.registrar2);
    const effectiveOn = then.clock.today(ZONE);
    const document = `Приказ № ${days} от ${effectiveOn}`;
    return { then, facts: { qualificationId, effectiveOn, document, note: '' } };
  };
  if (story.suspended !== undefined) {
    const { then, facts } = order(story.suspended);
    await sanctionQualification(then, { act: 'suspend', reason: 'conduct', legalBasis, ...facts });
  }
  if (story.lifted !== undefined) {
    const { then, facts } = order(story.lifted);
    await sanctionQualification(then, { act: 'lift', ...facts });
  }
  if (story.revoked !== undefined) {
    const { then, facts } = order(story.revoked);
    await sanctionQualification(then, { act: 'revoke', reason: 'false-documents', legalBasis, ...facts });
  }
}

/** A demo login that holds the first level, waits for the second, and has a sheet that waits for a signature. */
async function tellCoach2(ctx: Ctx, office: Office, coach2: Actor): Promise<void> {
  const own = await listOwnApplications({ ...ctx, actor: coach2 });
  if (own.length > 1) return;
  if (own.length === 0) {
    await examine(ctx, office, coach2, 'kjf-assistant', 26);
    const applicationId = await apply(ctx, coach2, 'kjf-assistant', 24);
    await issueTogether(daysAgo(ctx, 20, office.registrar), [applicationId]);
  }
  await record(ctx, office, coach2, 'kjf-coach', 1);
  await apply(ctx, coach2, 'kjf-coach', 0);
}
