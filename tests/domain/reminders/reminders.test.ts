import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { exportPersonalData } from '~/domain/reminders/export-personal-data.server';
import type { RemindPageInput } from '~/domain/reminders/inputs';
import { remindPageJob } from '~/domain/reminders/jobs.server';
import { remindPage } from '~/domain/reminders/remind-page.server';
import { sendReminders } from '~/domain/reminders/send-reminders.server';
import type { Lang } from '~/i18n/locales';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import { useWorld } from '../../support/database';
import { openRenewalCast, type RenewalCast } from '../../support/renewals';

const world = useWorld();
let cast: RenewalCast;
const languages = new Map<string, Lang>();

const NOBODY = { displayName: '', latinName: '', foldedNames: '', organisationId: null, path: '/' };

const at = (day: string) => world.current.clock.set(`${day}T03:10:00Z`);

/** As the worker has it; people read mail at `<person id>@test`, those without a language have no address. */
function worker(): Ctx {
  const ctx = cast.as(null);
  const { describeHolder } = ctx.ports;
  return {
    ...ctx,
    ports: {
      ...ctx.ports,
      describeHolder: async (own, personId) => {
        const facts = await describeHolder(own, personId);
        const lang = languages.get(personId);
        return facts && { ...facts, mail: lang ? { to: `${personId}@test`, lang } : null };
      },
    },
  };
}

/** The pages that wait, run as the worker does, those they call for too. */
async function runPages(): Promise<void> {
  const { boss } = world.current.services.queue;
  for (let waits = true; waits; ) {
    const jobs = await boss.fetch<RemindPageInput>(remindPageJob.name, { batchSize: 100 });
    waits = jobs.length > 0;
    for (const { id, data } of jobs) {
      await remindPage(worker(), data);
      await boss.complete(remindPageJob.name, id);
    }
  }
}

/** One morning; answers how many mails were written. */
async function run(day: string): Promise<number> {
  const count = () => cast.as(null).db.outboxMail.count({ where: { to: { endsWith: '@test' } } });
  at(day);
  const before = await count();
  await sendReminders(worker(), { isDaily: false });
  await runPages();
  return (await count()) - before;
}

const mailsTo = async ({ personId }: Actor) =>
  (
    await cast
      .as(null)
      .db.outboxMail.findMany({ where: { to: `${personId}@test` }, orderBy: { createdAt: 'asc' } })
  ).map(({ lang, subject, text }) => ({ lang, subject, text }));

/** Awarded on 10 January 2024, valid until 9 January 2026, with safeguarding from 5 January 2024. */
async function holder(name: string, lang: Lang | null): Promise<Actor> {
  at('2024-01-10');
  const person = await cast.newPerson(name);
  if (lang) languages.set(person.personId, lang);
  await cast.makeReady(person, '2024-01-05');
  const input = { level: 'keep', languages: ['kk', 'ru'] as const, note: '' };
  const { applicationId } = await applyForLevel(cast.as(person), input);
  await decideApplication(cast.as(cast.registrar), { act: 'confirm', applicationId, note: '' });
  return person;
}

beforeAll(async () => {
  at('2024-01-10');
  cast = await openRenewalCast(world.current);
});

/** As if the reminders of this day were the last that were called for. */
async function calledOn(day: string): Promise<void> {
  const { db } = cast.as(null);
  await db.reminderDay.deleteMany();
  await db.reminderDay.create({ data: { day: toDb(day), closedAt: new Date() } });
}

test('60, 14 and 1 day before, in the person’s language, each once; days without a worker are made up for', async () => {
  const kk = await holder('Kazakh', 'kk');
  const ja = await holder('Japanese', 'ja');
  const silent = await holder('Silent', null);
  expect(await run('2025-11-09')).toBe(0);
  expect(await run('2025-11-10')).toBe(2);
  expect(await run('2025-11-10')).toBe(0);
  expect(await run('2025-11-20')).toBe(0);
  expect(await run('2025-12-30')).toBe(2);
  const [first] = await mailsTo(kk);
  expect(first).toMatchObject({ lang: 'kk' });
  expect(first?.subject).toContain('2026');
  expect(first?.text).toContain('— лицензия: ');
  expect((await mailsTo(ja)).map(({ lang }) => lang)).toEqual(['ja', 'ja']);
  expect(await run('2026-01-08')).toBe(2);
  expect(await run('2026-01-09')).toBe(0);
  expect(await run('2026-03-01')).toBe(0);
  expect(await mailsTo(kk)).toHaveLength(3);
  expect(await mailsTo(silent)).toHaveLength(0);
  const told = await exportPersonalData(cast.as(null), kk);
  expect(told.map(({ subject, endsOn, distance }) => [subject, endsOn, distance])).toEqual(
    [60, 14, 1].map((distance) => ['licence', '2026-01-09', distance]),
  );
});

test('two workers at once, and a page that is run again after it was cut off: one mail', async () => {
  const person = await holder('Twice', 'ru');
  await calledOn('2025-11-09');
  at('2025-11-10');
  await Promise.all([1, 2].map(() => sendReminders(worker(), { isDaily: false })));
  const page = { day: '2026-01-09', today: '2025-11-10', after: null };
  await Promise.all([1, 2, 3].map(() => remindPage(worker(), page)));
  await runPages();
  expect(await mailsTo(person)).toHaveLength(1);
});

test('more people than a page are all told; those without an award, and a fault of one, hold up nobody', async () => {
  const { db } = cast.as(null);
  const one = await holder('One of many', 'en');
  const rules = await db.licencePeriod.findFirstOrThrow({
    where: { qualification: { personId: one.personId } },
  });
  const { levelId } = await db.qualification.findUniqueOrThrow({ where: { id: rules.qualificationId } });
  const many = Array.from({ length: 450 }, () => newId());
  const now = new Date();
  const [until, from] = [new Date('2025-08-20'), new Date('2024-01-01')];
  await db.person.createMany({ data: many.map((id) => ({ id, createdAt: now })) });
  await db.evidence.createMany({
    data: many.map((personId) => ({
      ...{
        id: newId(),
        personId,
        type: 'component',
        sourceId: personId,
        ref: 'x',
        title: { original: 'en' },
      },
      ...{ occurredOn: from, recordedAt: now },
    })),
  });
  const evidence = await db.evidence.findMany({ where: { ref: 'x' }, select: { id: true, personId: true } });
  await db.component.createMany({
    data: evidence.map(({ id, personId }) => ({
      ...{ id: newId(), personId, kind: 'safeguarding', from, until, evidenceId: id, recordedAt: now },
    })),
  });
  const awarded = many.filter((_id, at) => at % 10 > 0);
  await db.qualification.createMany({
    data: awarded.map((personId) => ({ id: personId, personId, levelId, awardedOn: from, recordedAt: now })),
  });
  await db.licencePeriod.createMany({
    data: awarded.map((id) => ({
      ...rules,
      ...{ id, qualificationId: id, applicationId: null, from, until: new Date('2025-12-31') },
    })),
  });
  for (const id of awarded) languages.set(id, 'en');
  const broken = awarded[7] ?? '';
  const ctx = worker();
  const faulty: Ctx = {
    ...ctx,
    ports: {
      ...ctx.ports,
      describeHolder: async (_own, personId) => {
        if (personId === broken) throw new Error('the database is away');
        return { ...NOBODY, personId, mail: { to: `${personId}@test`, lang: 'en' } };
      },
    },
  };
  const day = '2025-08-20';
  const mails = () => db.outboxMail.count({ where: { subject: { contains: '2025' }, lang: 'en' } });
  for (let after: string | null = null; ; ) {
    await remindPage(faulty, { day, today: '2025-08-19', after }).catch(() => undefined);
    const [next] = await world.current.services.queue.boss.fetch<RemindPageInput>(remindPageJob.name);
    if (!next) break;
    after = next.data.after;
    await world.current.services.queue.boss.complete(remindPageJob.name, next.id);
  }
  expect(await mails()).toBe(awarded.length - 1);
});

test('a condition that ends is told by its name, and no more once it is renewed', async () => {
  const person = await holder('Condition', 'ru');
  const { db } = cast.as(null);
  await calledOn('2025-01-17');
  await db.component.updateMany({
    where: { personId: person.personId },
    data: { until: new Date('2025-03-20') },
  });
  await run('2025-01-18');
  expect(await run('2025-01-19')).toBe(1);
  const [mail] = await mailsTo(person);
  expect(mail?.text).toContain('— Safe');
  expect(mail?.text).not.toContain('лицензия');
  expect(mail?.text).toContain('приостановится');
  at('2025-02-01');
  await cast.makeReady(person, '2025-02-01');
  await run('2025-02-01');
  expect(await run('2025-03-06')).toBe(0);
  expect(await mailsTo(person)).toHaveLength(1);
});

test('the daily job calls for the next morning', async () => {
  at('2025-11-12');
  await sendReminders(worker(), { isDaily: true });
  const { rows } = await world.current.services.database.pool.query<{ at: string }>(
    `SELECT start_after AT TIME ZONE 'Asia/Almaty' AS at FROM pgboss.job WHERE name = 'reminders.send'`,
  );
  expect(rows.map(({ at: moment }) => new Date(moment).getHours())).toEqual([8]);
});
