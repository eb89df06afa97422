import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import type { Ports } from '~/platform/ports';

/** What reminders ask of applications. */
export const remindersPorts: Pick<Ports, 'openRenewals'> = {
  openRenewals: async (ctx, personId) =>
    (await listOwnApplications(ctx, { personId }))
      .filter(({ kind, closedAt }) => kind === 'renewal' && closedAt === null)
      .map(({ levelId }) => levelId),
};
