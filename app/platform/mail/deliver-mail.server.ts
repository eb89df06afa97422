import nodemailer from 'nodemailer';
import type { Ctx } from '../context';

const WAIT_MS = 10_000;
const PATIENCE = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS };

/** Job body: hands one mail to SMTP, once. A mail that was already sent is left alone. Throws when SMTP refuses. */
export async function deliverMail(ctx: Ctx, { mailId }: { mailId: string }): Promise<void> {
  const { smtpUrl, mailFrom } = ctx.config;
  if (!smtpUrl) return;
  const mail = await ctx.db.outboxMail.findUnique({ where: { id: mailId } });
  if (!mail || mail.sentAt) return;
  const transport = nodemailer.createTransport({ url: smtpUrl, ...PATIENCE }, { from: mailFrom });
  try {
    await transport.sendMail({
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@shihan>`,
      headers: { 'Content-Language': mail.lang, 'Auto-Submitted': 'auto-generated' },
    });
  } catch (error) {
    const failure =
      error instanceof Error && 'responseCode' in error
        ? `SMTP ${String(error.responseCode)}`
        : 'no connection';
    await ctx.db.outboxMail.update({ where: { id: mailId }, data: { failure } });
    throw new Error(`The mail server did not take the mail: ${failure}`);
  } finally {
    transport.close();
  }
  await ctx.db.outboxMail.update({ where: { id: mailId }, data: { sentAt: ctx.clock.now(), failure: null } });
}
