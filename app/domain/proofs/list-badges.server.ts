import { LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { listLangs } from './data/badges.server';
import { PURPOSES } from './inputs';
import { badgeAddress, statusListAddress } from './rules/addresses';

export type BadgeAddresses = {
  /** One for each language in which the badge is signed, in the order of the product. */
  badges: { lang: Lang; address: string }[];
  /** Revocation, then suspension. */
  lists: string[];
  did: string;
};

/** Where software finds what it needs to check a document without us; null while no badge is signed. Public. */
export async function listBadges(ctx: Ctx, { serial }: { serial: string }): Promise<BadgeAddresses | null> {
  const { publicUrl } = ctx.config;
  const signed = await listLangs(ctx.db, serial);
  const [first] = signed;
  if (!first) return null;
  const known = new Set<string>(signed.map(({ lang }) => lang));
  return {
    badges: LANGS.filter((lang) => known.has(lang)).map((lang) => ({
      lang,
      address: badgeAddress(publicUrl, serial, lang),
    })),
    lists: PURPOSES.map((purpose) => statusListAddress(publicUrl, first.listNo, purpose)),
    did: `${publicUrl}/.well-known/did.json`,
  };
}
