import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { line, localDate } from '~/platform/input';

export const PERMISSION_KINDS = ['logo', 'claim', 'link'] as const;
export type PermissionKind = (typeof PERMISSION_KINDS)[number];
export const permissionKind = z.enum(PERMISSION_KINDS);

export const writeInstitutionInput = z.object({
  organisationId: z.uuid(),
  position: z.number().int().min(1).max(999),
  about: localizedText,
  /** What it offers: seminars, placements, recordings … */
  offers: z.array(localizedText).max(12),
});
export type WriteInstitutionInput = z.infer<typeof writeInstitutionInput>;

const MAX_LOGO_BYTES = 200_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG picture: nothing in it can run. */
const png = z
  .instanceof(Uint8Array)
  .refine(
    (bytes) => bytes.length <= MAX_LOGO_BYTES && PNG.every((byte, index) => bytes[index] === byte),
    'invalid',
  );

const paper = {
  organisationId: z.uuid(),
  /** The claim itself, the name under the logo, the words of the link. */
  text: localizedText,
  /** The title and number of the paper that allows it. */
  document: line(300),
  /** The office that signed it. */
  grantedBy: line(200),
  grantedOn: localDate,
  /** The last day, inclusive; null: until it is withdrawn. */
  until: localDate.nullable(),
};

export const recordPermissionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), ...paper }),
  z.object({ kind: z.literal('link'), url: z.url({ protocol: /^https$/ }).max(500), ...paper }),
  z.object({ kind: z.literal('logo'), image: png, ...paper }),
]);
export type RecordPermissionInput = z.infer<typeof recordPermissionInput>;

export const writeProfileInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  organisationId: z.uuid(),
  /** The name as its owner writes it, in each script; the original is the one in their own. */
  credit: localizedText,
  about: localizedText,
});
export type WriteProfileInput = z.infer<typeof writeProfileInput>;
