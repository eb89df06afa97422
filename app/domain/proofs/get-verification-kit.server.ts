import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { LocalizedText } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { getStatusList } from './get-status-list.server';
import type { VerificationKit } from './inputs';

const texts = (value: LocalizedText): Partial<Record<Lang, string>> =>
  Object.fromEntries(
    LANGS.flatMap((lang) => {
      const text = value[lang]?.text;
      return text ? [[lang, text]] : [];
    }),
  );

/** All public keys, all status lists and the names of the levels: everything that a check without network needs. Public. */
export async function getVerificationKit(ctx: Ctx): Promise<VerificationKit> {
  const asOf = ctx.clock.now();
  const keys = await ctx.keyring.publicKeys();
  const levels = await listLevels(ctx);
  const lists = [];
  for (let no = 1; ; no += 1) {
    const list = await getStatusList(ctx, { listNo: no });
    if (!list) break;
    lists.push({ no, revoked: list.revoked, suspended: list.suspended });
  }
  return {
    as_of: asOf.toISOString(),
    keys: keys.map(({ id, raw, createdAt }) => ({
      id,
      public_key: Buffer.from(raw).toString('base64url'),
      created_at: createdAt.toISOString(),
    })),
    levels: levels.map(({ slug, name }) => ({ slug, name: texts(name) })),
    lists,
  };
}
