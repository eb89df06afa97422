import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { checkbox, id, paragraphs, placePath } from '~/platform/input';
import { APPLICATION_KINDS, KEYS } from './types';

/** The languages of the certificate; the use case asks for exactly two. */
const languages = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.enum(LANGS)).max(LANGS.length),
);

export const applySchema = z.object({
  level: z.string().regex(/^[a-z0-9-]{1,60}$/),
  languages,
  note: paragraphs(2000),
});
export type ApplyInput = z.input<typeof applySchema>;

export const withdrawSchema = z.object({ applicationId: id });

export const REFUSAL_REASONS = ['requirements', 'documents', 'doubt', 'other'] as const;

const note = paragraphs(2000);
const text = note.pipe(z.string().min(1));

/** A counting of the ledger that is taken back. */
export const takeBackForm = z.object({ entryId: id, note: text });

/** The form of each decision. The box is asked for where a paper counts under conditions in words. */
export const decisionForms = {
  propose: z.object({ note, conditionsChecked: checkbox }),
  confirm: z.object({ note, conditionsChecked: checkbox }),
  return: z.object({ note: text }),
  refuse: z.object({ reason: z.enum(REFUSAL_REASONS), note: text }),
};

const checked = { conditionsChecked: z.boolean().default(false) };

export const decideSchema = z.discriminatedUnion('act', [
  decisionForms.propose.extend({ ...checked, act: z.literal('propose'), applicationId: id }),
  decisionForms.confirm.extend({ ...checked, act: z.literal('confirm'), applicationId: id }),
  decisionForms.return.extend({ act: z.literal('return'), applicationId: id }),
  decisionForms.refuse.extend({ act: z.literal('refuse'), applicationId: id }),
]);
export type DecideInput = z.input<typeof decideSchema>;

/** So many applications are decided in one transaction at most. */
export const MOST_TOGETHER = 25;

/** What may be done with many at once; «issue» is the key that was due when they were chosen. */
export const TOGETHER_ACTS = ['issue', 'return', 'refuse'] as const;
export type TogetherAct = (typeof TOGETHER_ACTS)[number];

const applicationIds = z.array(id).min(1).max(MOST_TOGETHER);
export const togetherSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('issue'),
    applicationIds,
    note,
    /** By application, the key that was due when it was chosen. */
    keys: z.record(z.string(), z.enum(KEYS)),
  }),
  z.object({ act: z.literal('return'), applicationIds, note: text }),
  z.object({ act: z.literal('refuse'), applicationIds, note: text, reason: z.enum(REFUSAL_REASONS) }),
]);
export type TogetherInput = z.infer<typeof togetherSchema>;

export const APPLICATION_LISTS = ['open', 'submitted', 'proposed', 'closed'] as const;

export const listApplicationsSchema = z.object({
  list: z.enum(APPLICATION_LISTS).catch('open'),
  kind: z.enum(APPLICATION_KINDS).or(z.literal('')).catch(''),
  level: z.string().max(60).catch(''),
  path: placePath.catch(''),
  q: z.string().max(120).catch(''),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type ListApplicationsInput = Partial<
  Record<keyof z.output<typeof listApplicationsSchema>, string | null>
>;
