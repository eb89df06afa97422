import { createHash } from 'node:crypto';
import { listSnapshots } from '~/domain/credentials/list-snapshots.server';
import { LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { insertBadge, listLangs } from './data/badges.server';
import { signCredential } from './documents/data-integrity.server';
import { type SignBadgesInput, unsignedBadge } from './inputs';
import { badgeOf } from './rules/badge';

/**
 * Body of the job `proofs.sign-badges`: signs the badges of a document in the languages in which it has none. A badge that is
 * there is never signed again, so it may run as often as one likes, and at the same time.
 */
export async function signBadges(ctx: Ctx, { credentialId }: SignBadgesInput): Promise<void> {
  const [issued] = await listSnapshots(ctx, { id: credentialId });
  if (!issued) throw new Error(`There is no credential ${credentialId}`);
  const { serial, place } = issued;
  const known = new Set<string>((await listLangs(ctx.db, serial)).map((badge) => badge.lang));
  for (const lang of LANGS.filter((one) => !known.has(one))) {
    const badge = unsignedBadge.parse(badgeOf(issued, { lang, site: ctx.config.publicUrl }));
    const signed = await signCredential(ctx, badge);
    const sha256 = createHash('sha256').update(signed.body).digest('hex');
    await insertBadge(ctx.db, { serial, lang, listNo: place.listNo, sha256, ...signed });
  }
}
