import { Temporal } from 'temporal-polyfill';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { addDays, type LocalDate } from '~/platform/local-date';
import { closeDay, findLastDay } from './data/reminders.server';
import type { SendRemindersInput } from './inputs';
import { remindPageJob, sendRemindersJob } from './jobs.server';
import { daysComingNear } from './rules/due-reminders';

/** Days turn where the federation is, and mails arrive in the morning there. */
const ZONE = 'Asia/Almaty';
const HOUR = 8;

const morningOf = (day: LocalDate): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: { hour: HOUR } })
      .epochMilliseconds,
  );

/**
 * Calls for the reminders of all that ends, or is handed in, in 60, 14 or 1 day, each once; days that were missed are made up for. May run
 * as often as one likes, and at the same time.
 */
export async function sendReminders(ctx: Ctx, { isDaily }: SendRemindersInput): Promise<void> {
  const today = ctx.clock.today(ZONE);
  const next = addDays(today, 1);
  if (isDaily) {
    const when = { startAfter: morningOf(next), singletonKey: next };
    await ctx.jobs.enqueue(sendRemindersJob, { isDaily }, when);
  }
  const last = await findLastDay(ctx.db);
  if (last !== null && last >= today) return;
  const rules = (await listLevels(ctx)).flatMap(({ ruleSets }) => ruleSets);
  const cutOffs = [...new Set(rules.map(({ cutOffDays }) => cutOffDays))].filter((days) => days > 0);
  await inTransaction(ctx, async (tx) => {
    for (const near of daysComingNear(last, today)) {
      const page = { day: near, today, after: null };
      await tx.jobs.enqueue(remindPageJob, page, { singletonKey: `${today} ${near}` });
      for (const cutOffDays of cutOffs) {
        const day = addDays(near, cutOffDays);
        const singletonKey = `${today} ${day} ${cutOffDays}`;
        await tx.jobs.enqueue(remindPageJob, { ...page, day, cutOffDays }, { singletonKey });
      }
    }
    await closeDay(tx.db, today, tx.clock.now());
  });
}
