import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { type ListedMail, listMails } from '~/platform/mail/list-outbox.server';
import { OPERATIONS_PAGE } from './inputs';
import { mayOperate } from './policy';

export type Outbox = {
  mails: readonly ListedMail[];
  /** The key of the next page. */
  next: string | null;
  /** False: there is no mail server, every mail stays here. */
  isSending: boolean;
};

/** Links that open an account belong to whoever the mail goes to; where mails are sent, nobody else needs them. */
const withoutCodes = (mail: ListedMail): ListedMail => ({
  ...mail,
  text: mail.text.replace(/(\/(?:invitation|reset-password|confirm-email)\/)[\w-]+/g, '$1…'),
});

/** Mails newest first, a page at a time. Admins only. */
export async function listOutbox(ctx: Ctx, input: { after: string | null }): Promise<Outbox> {
  if (!mayOperate(ctx.actor)) throw new DomainError('forbidden', 'shell.no-right');
  const rows = await listMails(ctx.db, { after: input.after, take: OPERATIONS_PAGE + 1 });
  const isSending = ctx.config.smtpUrl !== null;
  const mails = rows.slice(0, OPERATIONS_PAGE).map((mail) => (isSending ? withoutCodes(mail) : mail));
  return {
    mails,
    next: rows.length > OPERATIONS_PAGE ? (mails.at(-1)?.id ?? null) : null,
    isSending,
  };
}
