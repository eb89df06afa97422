import { z } from 'zod';
import { id, line, localDate, paragraphs } from '~/platform/input';

const note = paragraphs(2000);
const text = note.pipe(z.string().min(1));

export const SANCTION_REASONS = [
  'conduct',
  'safety',
  'false-documents',
  'court',
  'own-request',
  'other',
] as const;

export const ANNUL_REASONS = ['error', 'new-facts', 'court', 'other'] as const;

export const PAUSE_REASONS = ['illness', 'family', 'service', 'other'] as const;

/** What an act rests on: number and date of the document, and the first day on which it counts. */
const order = z.object({ document: line(200), effectiveOn: localDate, note });

/** A sanction also names the rule or law that the document applies. */
const sanction = order.extend({ reason: z.enum(SANCTION_REASONS), legalBasis: line(300) });

/** The form of each act of a registrar. */
export const sanctionForms = {
  revoke: sanction,
  suspend: sanction,
  annul: order.extend({ reason: z.enum(ANNUL_REASONS) }),
  lift: order.extend({ reason: z.literal('lifted').default('lifted') }),
  pause: order.extend({ reason: z.enum(PAUSE_REASONS), until: localDate }),
  resume: order.extend({ reason: z.literal('over').default('over') }),
  /** A document with the name that the person has now; counts from the day on which it is issued. */
  correct: z.object({
    document: line(200),
    note,
    reason: z.literal('renamed').default('renamed'),
    /** The name that was shown, as it was shown. */
    displayName: z.string().max(400),
    latinName: z
      .string()
      .max(400)
      .optional()
      .transform((name) => name ?? ''),
  }),
};

/** From the address: whether it is an id at all is asked with the rights, and then it is not found. */
const award = { qualificationId: z.string() };
export const sanctionSchema = z.discriminatedUnion('act', [
  sanctionForms.revoke.extend({ act: z.literal('revoke'), ...award }),
  sanctionForms.suspend.extend({ act: z.literal('suspend'), ...award }),
  sanctionForms.annul.extend({ act: z.literal('annul'), ...award }),
  sanctionForms.lift.extend({ act: z.literal('lift'), ...award }),
  sanctionForms.pause.extend({ act: z.literal('pause'), ...award }),
  sanctionForms.resume.extend({ act: z.literal('resume'), ...award }),
  sanctionForms.correct.extend({ act: z.literal('correct'), ...award }),
]);
export type SanctionInput = z.input<typeof sanctionSchema>;

/** The form of each answer to a proposal. */
export const answerForms = {
  'confirm-proposal': z.object({ proposalId: id, note }),
  'decline-proposal': z.object({ proposalId: id, note: text }),
  'take-back-proposal': z.object({ proposalId: id, note }),
};

export const answerSchema = z.discriminatedUnion('answer', [
  answerForms['confirm-proposal'].extend({ answer: z.literal('confirm') }),
  answerForms['decline-proposal'].extend({ answer: z.literal('decline') }),
  answerForms['take-back-proposal'].extend({ answer: z.literal('take-back') }),
]);
export type AnswerInput = z.input<typeof answerSchema>;

/** The forms of what the holder asks the office for. */
export const wishForms = {
  pause: z.object({ reason: z.enum(PAUSE_REASONS), effectiveOn: localDate, until: localDate, note }),
  correct: z.object({ document: line(200), note }),
};

export const wishSchema = z.discriminatedUnion('act', [
  wishForms.pause.extend({ act: z.literal('pause'), ...award }),
  wishForms.correct.extend({ act: z.literal('correct'), ...award }),
]);
export type WishInput = z.input<typeof wishSchema>;

export const surrenderSchema = z.object({ ...award, sure: z.literal('on'), note });
export type SurrenderInput = z.input<typeof surrenderSchema>;

export const listProposalsSchema = z.object({ after: z.string().max(100).catch('') });
export type ListProposalsInput = { after?: string | null };
