import { z } from 'zod';
import { decisionForms, TOGETHER_ACTS } from '~/domain/applications/inputs';
import { checkbox, id } from '~/platform/input';

/** So many applications make a batch at most. */
export const MOST_ITEMS = 500;

/** What the queue's form sends: the boxes that are ticked, or the wish for all of its filter. */
export const prepareSchema = z.object({
  key: id,
  act: z.enum(TOGETHER_ACTS),
  all: checkbox,
  /** The query of the queue's address, without '?'. */
  query: z.string().max(1500).optional().default(''),
  applicationIds: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(id).max(MOST_ITEMS),
  ),
});
export type PrepareInput = z.input<typeof prepareSchema>;

/** The form of each act, as for a single application; conditions in words are decided singly. */
export const confirmForms = {
  issue: decisionForms.confirm.omit({ conditionsChecked: true }),
  return: decisionForms.return,
  refuse: decisionForms.refuse,
};

export const confirmSchema = z.discriminatedUnion('act', [
  confirmForms.issue.extend({ act: z.literal('issue'), batchId: id }),
  confirmForms.return.extend({ act: z.literal('return'), batchId: id }),
  confirmForms.refuse.extend({ act: z.literal('refuse'), batchId: id }),
]);
export type ConfirmInput = z.input<typeof confirmSchema>;

export const runBatchSchema = z.object({ batchId: z.uuid() });
export type RunBatchPayload = z.infer<typeof runBatchSchema>;
