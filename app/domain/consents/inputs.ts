import { z } from 'zod';
import { line, localDate } from '~/platform/input';

const recordingId = z.uuid();

export const addPersonInput = z.object({ recordingId, name: line(120), isMinor: z.boolean() });
export type AddPersonInput = z.infer<typeof addPersonInput>;

export const recordConsentInput = z.object({
  recordingId,
  personId: z.uuid(),
  /** The day on the paper. */
  consentedOn: localDate,
  /** The person, or the parent or guardian of a minor. */
  givenBy: line(120),
  /** Processing outside the country is included. */
  abroad: z.boolean(),
});
export type RecordConsentInput = z.infer<typeof recordConsentInput>;

export const withdrawConsentInput = z.object({ recordingId, personId: z.uuid() });
export type WithdrawConsentInput = z.infer<typeof withdrawConsentInput>;

const ms = z.number().int().min(0).max(86_400_000);

/** Master times in milliseconds. */
export const withdrawSpanInput = z.object({ recordingId, startMs: ms, endMs: ms });
export type WithdrawSpanInput = z.infer<typeof withdrawSpanInput>;
