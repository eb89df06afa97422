import { Temporal } from 'temporal-polyfill';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import type { StandingFacts } from '~/domain/licensing/types';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { type Ctx, inTransaction } from '~/platform/context';
import { addDays, type LocalDate } from '~/platform/local-date';
import { closeDay, findLastDay, insertNew } from './data/reminders.server';
import type { SendRemindersInput } from './inputs';
import { sendRemindersJob } from './jobs.server';
import { daysComingNear, distanceTo, endingsOn, LICENCE } from './rules/due-reminders';
import type { Ending, ReminderRow } from './types';

/** Days turn where the federation is, and mails arrive in the morning there. */
const ZONE = 'Asia/Almaty';
const HOUR = 8;

/** So many people are looked at together. */
const PAGE = 200;

const morningOf = (day: LocalDate): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: { hour: HOUR } })
      .epochMilliseconds,
  );

/**
 * Reminds by mail of licences and their conditions that end in 60, 14 or 1 day, each once. May run as often as one likes,
 * and at the same time. Answers how many mails were written.
 */
export async function sendReminders(ctx: Ctx, { isDaily }: SendRemindersInput): Promise<number> {
  const today = ctx.clock.today(ZONE);
  const next = addDays(today, 1);
  if (isDaily) {
    const when = { startAfter: morningOf(next), singletonKey: next };
    await ctx.jobs.enqueue(sendRemindersJob, { isDaily }, when);
  }
  const last = await findLastDay(ctx.db);
  if (last !== null && last >= today) return 0;
  const levels = await listLevels(ctx);
  let sent = 0;
  for (const day of daysComingNear(last, today)) sent += await remindOf(ctx, { day, today, levels });
  await closeDay(ctx.db, today, ctx.clock.now());
  return sent;
}

type Round = { day: LocalDate; today: LocalDate; levels: readonly Level[] };

/** Everybody for whom something ends on the day. */
async function remindOf(ctx: Ctx, round: Round): Promise<number> {
  let sent = 0;
  for (let after: string | null = null; ; ) {
    const ending: { on: LocalDate; after: string | null; take: number } = {
      on: round.day,
      after,
      take: PAGE,
    };
    const facts = await getStandingFacts(ctx, { ending });
    const byPerson = ofEach(facts);
    for (const [personId, own] of byPerson) if (await remind(ctx, personId, own, round)) sent += 1;
    if (byPerson.size < PAGE) return sent;
    after = [...byPerson.keys()].at(-1) ?? null;
  }
}

function ofEach(facts: readonly StandingFacts[]): Map<string, StandingFacts[]> {
  const byPerson = new Map<string, StandingFacts[]>();
  for (const each of facts) byPerson.set(each.personId, [...(byPerson.get(each.personId) ?? []), each]);
  return byPerson;
}

/** One mail with everything of a person that ends on the day and was not told before; false when there is nothing. */
async function remind(ctx: Ctx, personId: string, facts: StandingFacts[], round: Round): Promise<boolean> {
  const { day, today } = round;
  const endings = endingsOn(facts, day, today);
  const distance = distanceTo(day, today);
  if (endings.length === 0 || distance === null) return false;
  const mail = (await ctx.ports.describeHolder(ctx, personId))?.mail;
  if (!mail) return false;
  return inTransaction(ctx, async (tx) => {
    const rows = endings.map(
      ({ periodId, subject }): ReminderRow => ({ periodId, subject, personId, endsOn: day, distance }),
    );
    const fresh = await insertNew(tx.db, rows, tx.clock.now());
    if (fresh.length === 0) return false;
    const told = endings.filter((each) =>
      fresh.some(({ periodId, subject }) => periodId === each.periodId && subject === each.subject),
    );
    const params = {
      day: formatters(mail.lang).date(day),
      what: [...new Set(told.map((each) => lineOf(each, round.levels, mail.lang)))].join('\n'),
      page: `${tx.config.publicUrl}/${mail.lang}/me/qualifications`,
    };
    await tx.mail.send({ ...mail, message: { key: 'ends-soon', params } });
    return true;
  });
}

/** What ends, in words: the licence by its level, a condition by the name that the rules of the period give it. */
function lineOf(
  { subject, levelId, ruleSetVersionId }: Ending,
  levels: readonly Level[],
  lang: Lang,
): string {
  const level = levels.find(({ id }) => id === levelId);
  if (!level) throw new Error(`There is no level ${levelId}`);
  if (subject === LICENCE)
    return translator(lang)('mails:ends-soon.licence', { level: plainText(level.name, lang) });
  const rules = level.ruleSets.find(({ id }) => id === ruleSetVersionId);
  const condition = rules?.components.find(({ kind }) => kind === subject);
  return `— ${condition ? plainText(condition.name, lang) : subject}`;
}
