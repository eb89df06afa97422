import type { Ctx } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { listByPerson } from './data/reminders.server';

/** What a person was reminded of, for the export of one's own data. The caller authorises. */
export async function exportPersonalData(ctx: Ctx, { personId }: { personId: string }) {
  const rows = await listByPerson(ctx.db, personId);
  return rows.map(({ subject, endsOn, distance, channel, sentAt }) => ({
    subject,
    endsOn: fromDb(endsOn),
    distance,
    channel,
    sentAt: sentAt.toISOString(),
  }));
}
