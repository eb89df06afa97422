import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { isLocalDate } from '~/platform/local-date';
import type { Limit } from '~/platform/rate-limit/rate-limit.server';

/** Lookups of serials that do not exist, for each address. Known serials are never limited. */
export const UNKNOWN_SERIALS: Limit = { name: 'unknown-serial', failures: 30, seconds: 15 * 60 };

const day = z.string().refine(isLocalDate, 'date').meta({ format: 'date' });
const moment = z.iso.datetime({ offset: true }).max(40);

/** Query of the JSON address: `on` is a local date of the framework's zone, `known_at` a moment with its offset. */
export const verifyQuery = z.object({
  on: day.optional().meta({ description: 'The local date that is asked about; today when left out.' }),
  known_at: moment
    .optional()
    .meta({ description: 'Only facts recorded until this moment count; now when left out.' }),
});

const names = z
  .partialRecord(z.enum(LANGS), z.string())
  .meta({ description: 'The name by language; languages without a text are left out.' });

export const PUBLIC_STATUSES = [
  'not-yet-valid',
  'valid',
  'expiring',
  'expired',
  'suspended',
  'revoked',
  'superseded',
] as const;

/** The JSON answer about one credential: what anybody may know. */
export const credentialAnswer = z
  .object({
    serial: z.string(),
    number: z.string(),
    status: z.enum(PUBLIC_STATUSES),
    reason: z.enum(['grace', 'lapsed', 'surrendered', 'automatic', 'disciplinary', 'paused']).optional(),
    renewable_until: day.optional(),
    holder: z.object({ name: z.string(), latin: z.string() }).strict(),
    level: z.object({ slug: z.string(), name: names }).strict(),
    framework: z.object({ slug: z.string(), name: names }).strict(),
    valid_from: day,
    valid_until: day.meta({ description: 'The last valid day.' }),
    awarded_on: day,
    as_of: z.iso.datetime().meta({ description: 'The moment of this answer.' }),
    on: day,
    known_at: z.iso.datetime(),
  })
  .strict();
export type CredentialAnswer = z.infer<typeof credentialAnswer>;

/** What a person types to look a document up. */
export const serialQuery = z.object({ serial: z.string().trim().min(1).max(200) });

/** Query of the public register. `after` is the `next` of the page before. */
export const registerQuery = z.object({
  q: z.string().trim().max(120).catch(''),
  after: z.string().max(200).optional().catch(undefined),
});

export const setListingSchema = z.object({
  listed: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

/** What is printed of a credential. */
export const PRINTED_FORMS = ['certificate', 'card'] as const;

export const renderCredentialSchema = z.object({
  credentialId: z.uuid(),
  form: z.enum(PRINTED_FORMS).default('certificate'),
});
export type RenderCredentialPayload = z.output<typeof renderCredentialSchema>;
export type RenderCredentialInput = z.input<typeof renderCredentialSchema>;
