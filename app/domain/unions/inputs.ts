import { z } from 'zod';
import { id, line, paragraphs } from '~/platform/input';

const reason = paragraphs(1000).pipe(z.string().min(1));

/** From the address: whether it is an id at all is asked with the rights, and then it is not found. */
const ofAddress = z.string();

/** The registrar's form under the comparison: which of the two is kept, why, and on which document. */
export const joinForm = z.object({ kept: id, reason, document: line(200) });

export const joinSchema = joinForm.extend({ one: ofAddress, two: ofAddress });
export type JoinInput = z.input<typeof joinSchema>;

/** The second registrar's form, and that of whoever takes an unanswered one back. */
export const answerForm = z.object({});

export const partForm = z.object({ reason });
export const partSchema = partForm.extend({ unionId: ofAddress });
export type PartInput = z.input<typeof partSchema>;

export const gatherSchema = z.object({ unionId: id });

export const UNION_LISTS = ['joined', 'asked', 'closed'] as const;
export const listUnionsSchema = z.object({
  list: z.enum(UNION_LISTS).catch('joined'),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type ListUnionsInput = Partial<Record<keyof z.output<typeof listUnionsSchema>, string | null>>;

/** A search for the other record, as typed. */
export const searchText = z.string().max(200).catch('');
