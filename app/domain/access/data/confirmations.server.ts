import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { randomToken } from '~/platform/secrets.server';
import { storeCode } from './codes.server';

const CONFIRM_HOURS = 72;

/** Mails the link that proves the address; an earlier link stops working. */
export async function sendConfirmation(
  tx: Ctx,
  to: { accountId: string; email: string; lang: Lang },
): Promise<void> {
  const code = randomToken();
  await storeCode(tx, {
    accountId: to.accountId,
    kind: 'confirm-email',
    code,
    minutes: CONFIRM_HOURS * 60,
    email: to.email,
  });
  const link = `${tx.config.publicUrl}/${to.lang}/confirm-email/${code}`;
  await tx.mail.send({
    to: to.email,
    lang: to.lang,
    message: { key: 'confirm-email', params: { link, hours: CONFIRM_HOURS } },
  });
}

/** Tells the owner at the address so far that another one is to replace it, while a new password still stops that. */
export async function tellEmailChanging(
  tx: Ctx,
  account: { email: string | null; lang: Lang },
): Promise<void> {
  if (account.email === null) return;
  const link = `${tx.config.publicUrl}/${account.lang}/reset-password`;
  await tx.mail.send({
    to: account.email,
    lang: account.lang,
    message: { key: 'email-changing', params: { link } },
  });
}
