import type { LocalDate } from '~/platform/local-date';
import type { SignatoryAct, SignatoryDeed, SignatoryState, SignatoryTerm } from '../types';

const AFTER: Readonly<Record<SignatoryDeed, SignatoryState>> = {
  appoint: 'proposed',
  confirm: 'confirmed',
  refuse: 'refused',
  end: 'ending',
  'confirm-end': 'ended',
  'refuse-end': 'confirmed',
};

/** The state after all acts, oldest first. */
export const signatoryState = (acts: readonly Pick<SignatoryAct, 'act'>[]): SignatoryState =>
  AFTER[acts.at(-1)?.act ?? 'appoint'];

/** The last day in office: as appointed, or as it was ended; null without an end. */
export const lastDayOf = ({ acts, until }: Pick<SignatoryTerm, 'acts' | 'until'>): LocalDate | null =>
  acts.findLast(({ act }) => act === 'confirm-end')?.on ?? until;

/** Whether somebody is in office on a day. */
export const isInOffice = ({ from, until }: { from: LocalDate; until: LocalDate | null }, day: LocalDate) =>
  from <= day && (until === null || day <= until);

/** What a decision writes, while one is awaited; null otherwise. */
export function deedOf(state: SignatoryState, decision: 'confirm' | 'refuse'): SignatoryDeed | null {
  if (state === 'proposed') return decision;
  return state === 'ending' ? `${decision}-end` : null;
}
