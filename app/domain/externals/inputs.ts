import { z } from 'zod';
import { localizedText } from '~/i18n/content';

export const externalSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

export const defineExternalSchema = z.object({
  slug: externalSlug,
  /** The organisation that keeps the list, as path; its registrar writes it. */
  path: z.string().regex(/^\/([a-z0-9-]+\/)+$/),
  position: z.int().min(1).max(100),
  name: localizedText,
  issuer: localizedText,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  source: z.url().max(300),
  note: localizedText,
  levels: z
    .array(
      z.object({
        slug: externalSlug,
        rank: z.int().min(1).max(50),
        name: localizedText,
        note: localizedText,
        grade: z.int().min(1).max(10).nullable(),
      }),
    )
    .min(1)
    .max(50),
});
export type DefineExternalInput = z.input<typeof defineExternalSchema>;
export type ExternalDefinition = z.output<typeof defineExternalSchema>;

/** What evidence of an external level refers to. */
export const externalRef = ({ slug, grade }: { slug: string; grade: number | null }): string =>
  grade === null ? `external:${slug}` : `dan:${grade}@${slug}`;

/** The external level that a ref of evidence names; null when it names none. */
export const externalOf = (ref: string): string | null =>
  /^(?:external:|dan:\d+@)([a-z0-9-]+)$/.exec(ref)?.[1] ?? null;
