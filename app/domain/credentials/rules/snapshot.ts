import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { isLocalDate } from '~/platform/local-date';
import type { CredentialSnapshot } from '../types';
import { isSerial } from './serial';

/** No line breaks or control characters: they would break the layout of the paper. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}+$/u);

const localDate = z.string().refine(isLocalDate);

const studiedCourse = z
  .object({
    title: localizedText,
    version: z.int().min(1),
    completedOn: localDate,
    hours: z.number().positive().max(10_000).exactOptional(),
  })
  .strict();

const signatory = z.object({ name: line(120), office: localizedText, organisation: localizedText }).strict();

/**
 * The shape of a stored snapshot. Strict: an unknown field is refused, so that nothing personal
 * slips into what is published and kept for ever.
 */
export const credentialSnapshot: z.ZodType<CredentialSnapshot> = z
  .object({
    serial: z.string().refine(isSerial),
    number: line(40),
    holder: z.object({ display: line(120), latin: line(120), other: line(120).exactOptional() }).strict(),
    framework: z.object({ slug: line(80), name: localizedText }).strict(),
    level: z.object({ slug: line(80), rank: z.int().min(0), name: localizedText }).strict(),
    studied: z.array(studiedCourse).max(60),
    practical: z
      .object({ heldOn: localDate, place: line(160) })
      .strict()
      .nullable(),
    awardedOn: localDate,
    validFrom: localDate,
    validUntil: localDate,
    signatories: z.array(signatory).max(4),
    issuer: localizedText,
    issuedOn: localDate,
  })
  .strict()
  .refine(({ validFrom, validUntil }) => validFrom <= validUntil, { path: ['validUntil'] });

/** Reads the JSON column of a credential. Throws when the stored value is no snapshot. */
export const readSnapshot = (value: unknown): CredentialSnapshot => credentialSnapshot.parse(value);
