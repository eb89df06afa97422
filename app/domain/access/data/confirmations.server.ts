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
  await storeCode(tx, { accountId: to.accountId, kind: 'confirm-email', code, minutes: CONFIRM_HOURS * 60 });
  const link = `${tx.config.publicUrl}/${to.lang}/confirm-email/${code}`;
  await tx.mail.send({
    to: to.email,
    lang: to.lang,
    message: { key: 'confirm-email', params: { link, hours: CONFIRM_HOURS } },
  });
}
