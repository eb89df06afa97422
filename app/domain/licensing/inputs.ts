import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { id, line, localDate, paragraphs } from '~/platform/input';

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

const text = paragraphs(2000).pipe(z.string().min(1));

export const decideSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('propose'), applicationId: id, note: paragraphs(2000) }),
  z.object({ act: z.literal('confirm'), applicationId: id, note: paragraphs(2000) }),
  z.object({ act: z.literal('return'), applicationId: id, note: text }),
  z.object({ act: z.literal('refuse'), applicationId: id, reason: z.enum(REFUSAL_REASONS), note: text }),
]);
export type DecideInput = z.input<typeof decideSchema>;

export const SANCTION_REASONS = ['conduct', 'safety', 'false-documents', 'court', 'own-request', 'other'] as const;

const sanction = {
  qualificationId: id,
  reason: z.enum(SANCTION_REASONS),
  /** Number and date of the document that the act rests on. */
  document: line(200),
  effectiveOn: localDate,
  note: paragraphs(2000),
};

export const sanctionSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('revoke'), ...sanction }),
  z.object({ act: z.literal('suspend'), ...sanction }),
  z.object({ act: z.literal('lift'), ...sanction, reason: z.enum(['lifted']).default('lifted') }),
]);
export type SanctionInput = z.input<typeof sanctionSchema>;

export const APPLICATION_LISTS = ['open', 'submitted', 'proposed', 'closed'] as const;

export const listApplicationsSchema = z.object({
  list: z.enum(APPLICATION_LISTS).catch('open'),
  level: z.string().max(60).catch(''),
  path: z.string().max(300).catch(''),
  q: z.string().max(120).catch(''),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type ListApplicationsInput = Partial<Record<keyof z.output<typeof listApplicationsSchema>, string | null>>;

export const REGISTER_LISTS = ['current', 'active', 'renewable', 'suspended', 'grace', 'lapsed', 'revoked', 'all'] as const;

export const searchRegisterSchema = z.object({
  state: z.enum(REGISTER_LISTS).catch('current'),
  level: z.string().max(60).catch(''),
  path: z.string().max(300).catch(''),
  q: z.string().max(120).catch(''),
  /** Only those whose last day lies within so many days from today. */
  within: z.coerce.number().int().min(0).max(3660).nullable().catch(null),
  /** Only those who lack this component today; 'any' = at least one. */
  missing: z.string().max(60).catch(''),
  after: z.string().max(100).catch(''),
});
/** As the address of the page has it; what cannot be read is left out. */
export type SearchRegisterInput = Partial<Record<keyof z.output<typeof searchRegisterSchema>, string | null>>;
