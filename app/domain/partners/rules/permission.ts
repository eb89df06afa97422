import type { LocalDate } from '~/platform/local-date';

export type Paper = { grantedOn: LocalDate; until: LocalDate | null; withdrawnAt: Date | null };

/** Whether a permission holds on a day: from the day it was given to its last day, unless it was withdrawn. */
export const isInForce = ({ grantedOn, until, withdrawnAt }: Paper, today: LocalDate): boolean =>
  withdrawnAt === null && grantedOn <= today && (until === null || today <= until);

/** Where the days of permissions are counted. */
export const PERMISSION_ZONE = 'Asia/Almaty';
