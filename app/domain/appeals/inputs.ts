import { z } from 'zod';
import { id, line, paragraphs } from '~/platform/input';

const text = paragraphs(4000).pipe(z.string().min(1));

/** From the address: whether it is an id at all is asked with the rights, and then it is not found. */
const ofAddress = z.string();

/** The coach's form beside a refused application, a refused request for equivalence, and a decision on an award. */
export const appealForms = {
  application: z.object({ applicationId: id, text }),
  award: z.object({ decisionId: id, text }),
  request: z.object({ requestId: id, text }),
};

export const submitAppealSchema = z.discriminatedUnion('against', [
  appealForms.application.extend({ against: z.literal('application') }),
  appealForms.request.extend({ against: z.literal('request') }),
  appealForms.award.extend({ against: z.literal('award'), qualificationId: ofAddress }),
]);
export type SubmitAppealInput = z.input<typeof submitAppealSchema>;

/** The registrar's form: the document of the decision on the appeal, and what the coach will read. */
export const decideAppealForm = z.object({ document: line(200), answer: text });

export const decideAppealSchema = decideAppealForm.extend({
  appealId: ofAddress,
  outcome: z.enum(['allowed', 'dismissed']),
});
export type DecideAppealInput = z.input<typeof decideAppealSchema>;

/** The second registrar's form: what was proposed is confirmed as it stands. */
export const confirmAllowanceForm = z.object({});

export const APPEAL_LISTS = ['open', 'closed'] as const;
export const listAppealsSchema = z.object({
  list: z.enum(APPEAL_LISTS).catch('open'),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type ListAppealsInput = Partial<Record<keyof z.output<typeof listAppealsSchema>, string | null>>;
