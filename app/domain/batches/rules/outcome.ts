import type { ApplicationState, Outcome } from '~/domain/applications/types';
import type { ItemOutcome, Reason } from '../types';

const OUTCOME_OF: Readonly<Record<ApplicationState, ItemOutcome>> = {
  submitted: 'not-done',
  withdrawn: 'not-done',
  proposed: 'proposed',
  awarded: 'issued',
  returned: 'returned',
  refused: 'refused',
};

export type KeptOutcome = {
  applicationId: string;
  outcome: ItemOutcome;
  reason: Reason | null;
  serial: string | null;
  number: string | null;
};

/** What is written down of an item. */
export function keptOutcome(made: Outcome): KeptOutcome {
  const { applicationId } = made;
  if (made.outcome === 'done') {
    const { serial = null, number = null } = made.issued ?? {};
    return { applicationId, outcome: OUTCOME_OF[made.state], reason: null, serial, number };
  }
  const { code, params, missing } = made;
  return stopped(applicationId, { code, params, missing });
}

/** An item that stays as it was. */
export const stopped = (applicationId: string, reason: Reason): KeptOutcome => ({
  applicationId,
  outcome: 'not-done',
  reason,
  serial: null,
  number: null,
});
