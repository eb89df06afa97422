import { z } from 'zod';
import { translator } from '~/i18n/translate';
import type { Ctx } from '../context';
import { newId } from '../ids';
import { defineJob } from '../jobs/jobs';
import type { Mailer } from './mailer';

export const sendMail = defineJob('mail.send', z.object({ mailId: z.uuid() }), {
  retryLimit: 8,
  retryDelay: 10,
});

/** Mails wait in the outbox until SMTP takes them; without SMTP they stay there and the outbox page says so. */
export function outboxMailer(ctx: Pick<Ctx, 'db' | 'jobs' | 'clock' | 'config' | 'gathered'>): Mailer {
  return {
    async send({ to, lang, message }) {
      const translate = translator(lang);
      const id = newId();
      const mail = {
        id,
        to,
        lang,
        subject: translate.dynamic(`mails:${message.key}.subject`, message.params),
        text: translate.dynamic(`mails:${message.key}.text`, message.params),
        createdAt: ctx.clock.now(),
      };
      if (ctx.gathered) ctx.gathered.mails.push(mail);
      else await ctx.db.outboxMail.create({ data: mail });
      if (ctx.config.smtpUrl) await ctx.jobs.enqueue(sendMail, { mailId: id }, { singletonKey: id });
    },
    within: outboxMailer,
  };
}
