import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

export const listPersons = (db: Db, recordingId: string) =>
  db.personShown.findMany({ where: { recordingId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });

export const countPersons = (db: Db, recordingId: string) => db.personShown.count({ where: { recordingId } });

/** False when somebody of this name stands there already. */
export async function insertPerson(db: Db, person: Prisma.PersonShownCreateManyInput): Promise<boolean> {
  const there = await db.personShown.findFirst({
    where: { recordingId: person.recordingId, name: person.name, withdrawnAt: null },
  });
  if (!there) await db.personShown.create({ data: person });
  return !there;
}

type Consent = { consentedOn: Date; givenBy: string; abroad: boolean };

/** How many were written: none when there is no such person, or the consent was withdrawn. */
export async function writeConsent(db: Db, which: Which, consent: Consent): Promise<number> {
  const { count } = await db.personShown.updateMany({
    where: { ...which, withdrawnAt: null },
    data: consent,
  });
  return count;
}

export type Which = { id: string; recordingId: string };

/** False when it was withdrawn before, or there is no such person. */
export async function markConsentWithdrawn(db: Db, which: Which, at: Date): Promise<boolean> {
  const { count } = await db.personShown.updateMany({
    where: { ...which, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}

export const countMissing = (db: Db, recordingId: string) =>
  db.personShown.count({ where: { recordingId, isMinor: true, consentedOn: null, withdrawnAt: null } });
