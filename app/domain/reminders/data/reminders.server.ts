import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import type { ReminderRow } from '../types';

/** The one way by which reminders go out. */
const CHANNEL = 'mail';

/** The newest local day whose reminders are all out; null before the first. */
export async function findLastDay(db: Db): Promise<LocalDate | null> {
  const last = await db.reminderDay.findFirst({ orderBy: { day: 'desc' }, select: { day: true } });
  return last && fromDb(last.day);
}

export async function closeDay(db: Db, day: LocalDate, closedAt: Date): Promise<void> {
  await db.reminderDay.createMany({ data: [{ day: toDb(day), closedAt }], skipDuplicates: true });
}

/** Writes down what is about to be told; gives the rows nobody wrote before. */
export async function insertNew(db: Db, rows: readonly ReminderRow[], sentAt: Date): Promise<ReminderRow[]> {
  const fresh: ReminderRow[] = [];
  for (const row of rows) {
    const inserted = await db.$executeRaw(Prisma.sql`
      INSERT INTO reminder (id, person_id, period_id, subject, ends_on, distance, channel, sent_at)
      VALUES (${newId()}::uuid, ${row.personId}::uuid, ${row.periodId}::uuid, ${row.subject}, ${row.endsOn}::date,
        ${row.distance}, ${CHANNEL}, ${sentAt}::timestamptz)
      ON CONFLICT DO NOTHING`);
    if (inserted === 1) fresh.push(row);
  }
  return fresh;
}

/** All that was ever told to a person, the oldest first. */
export const listByPerson = (db: Db, personId: string) =>
  db.reminder.findMany({ where: { personId }, orderBy: [{ sentAt: 'asc' }, { id: 'asc' }] });

/** Those of the periods about which a reminder went out. */
export async function listReminded(db: Db, periodIds: readonly string[]): Promise<string[]> {
  const rows = await db.reminder.findMany({
    where: { periodId: { in: [...periodIds] } },
    select: { periodId: true },
    distinct: ['periodId'],
  });
  return rows.map(({ periodId }) => periodId);
}
