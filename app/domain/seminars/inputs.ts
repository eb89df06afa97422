import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';

export const MODES = ['in-person', 'online', 'hybrid'] as const;
export type Mode = (typeof MODES)[number];
export const mode = z.enum(MODES);

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** A local time of the seminar's zone: '2026-12-05T18:00'. */
const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/);

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const createSeminarInput = z.object({
  slug,
  organisationId: z.uuid(),
  mode,
  title: localizedText,
  summary: localizedText,
  outcomes: z.array(localizedText).max(20),
  place: localizedText,
  /** IANA name of the zone in which the hosts tell the time. */
  zone: z.string().max(60).refine(isZone, 'invalid'),
  /** Languages spoken on the floor, and those interpreted into. */
  spoken: z.array(z.enum(LANGS)).min(1),
  interpreted: z.array(z.enum(LANGS)),
  techniqueIds: z.array(slug).max(100),
  points: z.number().int().min(0).max(100),
  places: z.number().int().min(1).max(100_000).nullable(),
  /** The first host leads. */
  hosts: z
    .array(z.object({ organisationId: z.uuid().nullable(), name: localizedText }))
    .min(1)
    .max(6),
  /** Accounts of the instructors who teach. */
  instructors: z.array(z.uuid()).max(20),
  sessions: z
    .array(
      z.object({
        startsAt: localTime,
        minutes: z.number().int().min(5).max(900),
        title: localizedText,
        summary: localizedText,
      }),
    )
    .min(1)
    .max(60),
});
export type CreateSeminarInput = z.infer<typeof createSeminarInput>;

export const addRecordingInput = z.object({
  seminarId: z.uuid(),
  recordingId: z.uuid(),
  /** What a viewer must know about it, such as that it stands in for another one. */
  note: localizedText.nullable(),
});
export type AddRecordingInput = z.infer<typeof addRecordingInput>;

export const listSeminarsInput = z.object({
  /** The page of past seminars after the one with this address. */
  after: z.string().max(100).optional().catch(undefined),
});
