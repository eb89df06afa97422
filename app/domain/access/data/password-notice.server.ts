import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';

/** Tells the owner by mail that the password changed, in case it was somebody else. */
export async function tellPasswordChanged(
  tx: Ctx,
  account: { email: string | null; lang: Lang } | null,
): Promise<void> {
  if (!account?.email) return;
  const link = `${tx.config.publicUrl}/${account.lang}/reset-password`;
  await tx.mail.send({
    to: account.email,
    lang: account.lang,
    message: { key: 'password-changed', params: { link } },
  });
}
