import type { LocalizedText } from '~/i18n/content';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { insertEvidence } from './data/evidence.server';
import './events';

export type ConfirmedPaper = {
  /** The claim's id, or that of a granted request for equivalence: confirmed twice it is one piece of evidence. */
  sourceId: string;
  personId: string;
  type: 'component' | 'external' | 'prior_learning' | 'equivalence' | 'equivalence_revoked';
  ref: string;
  title: LocalizedText;
  /** The live condition that the paper gives until its last day. */
  component: string | null;
  hours: number | null;
  occurredOn: LocalDate;
  validUntil: LocalDate | null;
  /** The account that stands for it. */
  confirmedBy: string;
};

/**
 * Makes evidence of a paper that a registrar confirmed, once. Part of the act of the caller, who has checked who decides
 * and records the act.
 */
export async function recordConfirmedPaper(ctx: Ctx, paper: ConfirmedPaper): Promise<void> {
  const { sourceId, type, title, hours, confirmedBy, ...facts } = paper;
  await inTransaction(ctx, async (tx) => {
    const id = newId();
    const row = { ...facts, id, type, sourceId, title, hours, confirmedBy, points: 0, category: 'other' };
    if (!(await insertEvidence(tx.db, { ...row, recordedAt: tx.clock.now() }))) return;
    await tx.publish({ type: 'evidence.confirmed', evidenceId: id, evidenceType: type, ...facts });
  });
}
