import { z } from 'zod';
import { LANGS } from '~/i18n/locales';

const id = z.uuid();

/** Who may watch: everybody, whoever has an account, learners of a course, holders of a level. */
export const audienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('public') }),
  z.object({ kind: z.literal('account') }),
  z.object({ kind: z.literal('enrolled'), courseId: id }),
  z.object({ kind: z.literal('qualified'), levelId: id }),
]);
export type Audience = z.infer<typeof audienceSchema>;

/** A sound of a master, in the order of its tracks; the label is shown to viewers. */
export const audioTrackSchema = z.object({ lang: z.enum(LANGS), label: z.string().trim().min(1).max(80) });
export type AudioTrackInput = z.infer<typeof audioTrackSchema>;

/** What is said about a master beside its bytes. With `sha256` (hex) another content is refused. */
export const registerMasterSchema = z.object({
  audioTracks: z.array(audioTrackSchema).max(16),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Who makes a version and serves it. */
export const providerSchema = z.enum(['local', 'mux']);
export type ProviderName = z.infer<typeof providerSchema>;

/** Without a provider a version is made on this machine. */
export const packageAssetSchema = z.object({
  assetId: id,
  version: z.int().min(1),
  provider: providerSchema.optional(),
});
export type PackageAssetInput = z.infer<typeof packageAssetSchema>;

/** `before`: the version that took the place of those that go; left out: the one that plays now. */
export const removeOldVersionsSchema = z.object({ assetId: id, before: z.int().min(1).optional() });
export type RemoveOldVersionsInput = z.infer<typeof removeOldVersionsSchema>;

export const renewPlaybackSchema = z.object({ token: z.string().min(1).max(1200) });
export type RenewPlaybackInput = z.infer<typeof renewPlaybackSchema>;

/** One asset; or in turn those that play from elsewhere than they should, `after` one of them; or all, once a day. */
export const settleAssetsSchema = z.object({
  assetId: id.optional(),
  after: id.optional(),
  isDaily: z.boolean().optional(),
});
export type SettleAssetsInput = z.infer<typeof settleAssetsSchema>;
