import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { line } from '~/platform/input';

const id = z.uuid();

export const sha256Input = z.string().regex(/^[0-9a-f]{64}$/);

/** What a browser says of a file before it sends it. */
export const beginUploadInput = z.object({
  /** The upload's id; made by the browser once for each chosen file. */
  key: id,
  fileName: line(255).catch('recording'),
  bytes: z.number().int().min(1),
  /** Where a new recording belongs; left out: where the actor teaches. */
  organisationId: id.optional(),
  /** The asset that waits for its master, instead of a new recording. */
  assetId: id.optional(),
  /** With an asset: the file is not its master, but its sound in this language. */
  soundLang: z.enum(LANGS).optional(),
  lang: z.enum(LANGS).catch('ja'),
});
export type BeginUploadInput = z.infer<typeof beginUploadInput>;

export const announceChecksumInput = z.object({ uploadId: id, sha256: sha256Input });
export type AnnounceChecksumInput = z.infer<typeof announceChecksumInput>;

export const uploadJobSchema = z.object({ uploadId: id });
export type UploadJobInput = z.infer<typeof uploadJobSchema>;
