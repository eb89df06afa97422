import { z } from 'zod';
import { id, line, localDate, optionalLine, paragraphs } from '~/platform/input';

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);
const text = paragraphs(2000).pipe(z.string().min(1));
const words = paragraphs(1000);

/** From the address: whether it is an id at all is asked with the rights, and then it is not found. */
const ofAddress = z.string();

/** Ticked boxes. */
const counts = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(120)).min(1, 'required').max(60),
);

const optionalDate = z
  .union([z.literal(''), localDate])
  .nullish()
  .transform((day) => day || null);

/** The form of a new equivalence. */
export const proposeForm = z.object({
  /** Made when the form was drawn: the same proposal sent twice is one. */
  submissionKey: id,
  external: slug,
  level: slug,
  counts,
  conditions: z
    .object({ kk: words, ru: words, ja: words, en: words })
    .default({ kk: '', ru: '', ja: '', en: '' }),
  validFrom: localDate,
  validUntil: optionalDate,
  reason: text,
  document: line(200),
});
export type ProposeInput = z.input<typeof proposeForm>;

/** What is done to one that is proposed, and to one in force. */
export const decideForms = {
  confirm: z.object({ note: paragraphs(2000) }),
  refuse: z.object({ note: text }),
  withdraw: z.object({ note: paragraphs(2000) }),
  end: z.object({ note: text }),
};

export const decideSchema = z.object({
  equivalenceId: ofAddress,
  act: z.enum(['confirm', 'refuse', 'withdraw', 'end']),
  note: paragraphs(2000),
});
export type DecideInput = z.input<typeof decideSchema>;

export const LISTS = ['open', 'closed'] as const;

export const listSchema = z.object({
  list: z.enum(LISTS).catch('open'),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type ListInput = Partial<Record<keyof z.output<typeof listSchema>, string | null>>;

/** The coach's form. */
export const askForm = z.object({
  submissionKey: id,
  statement: text,
  /** Evidence on record that should count. */
  evidence: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(id).min(1, 'required').max(20),
  ),
});
export const askSchema = askForm.extend({ level: slug });
export type AskInput = z.input<typeof askSchema>;

export const withdrawRequestSchema = z.object({ requestId: id });

/** The proposal that was read, so that an answer never meets a later one. */
const answered = z.object({ proposalId: id });

/** The registrar's forms on a request; a second key confirms what was proposed as it stands. */
export const requestForms = {
  grant: z.object({ counts, document: line(200), note: text }),
  confirm: answered,
  return: z.object({ note: text }),
  refuse: z.object({ note: text, document: optionalLine(200) }),
  revoke: z.object({ note: text, document: line(200), effectiveOn: localDate }),
  'confirm-revoke': answered,
  keep: answered.extend({ note: text }),
  'withdraw-revoke': answered.extend({ note: words }),
};

export const decideRequestSchema = z.discriminatedUnion('act', [
  requestForms.grant.extend({ act: z.literal('grant'), requestId: ofAddress }),
  requestForms.confirm.extend({ act: z.literal('confirm'), requestId: ofAddress }),
  requestForms.return.extend({ act: z.literal('return'), requestId: ofAddress }),
  requestForms.refuse.extend({ act: z.literal('refuse'), requestId: ofAddress }),
  requestForms.revoke.extend({ act: z.literal('revoke'), requestId: ofAddress }),
  requestForms['confirm-revoke'].extend({ act: z.literal('confirm-revoke'), requestId: ofAddress }),
  requestForms.keep.extend({ act: z.literal('keep'), requestId: ofAddress }),
  requestForms['withdraw-revoke'].extend({ act: z.literal('withdraw-revoke'), requestId: ofAddress }),
]);
export type DecideRequestInput = z.input<typeof decideRequestSchema>;

export const listRequestsSchema = listSchema.extend({ level: z.string().max(60).catch('') });
export type ListRequestsInput = Partial<Record<keyof z.output<typeof listRequestsSchema>, string | null>>;

/** What evidence of a granted request refers to. */
export const grantRef = (level: string, keys: readonly string[]): string => `${level}/${keys.join(',')}`;

/** The requirements of a level that evidence of a granted request counts for; none for another level. */
export function grantedKeys(ref: string, level: string): readonly string[] {
  const start = `${level}/`;
  return ref.startsWith(start) ? ref.slice(start.length).split(',') : [];
}
