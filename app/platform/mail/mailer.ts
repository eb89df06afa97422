import type { Lang } from '~/i18n/locales';
import type { Ctx } from '../context';

export type Mail = {
  to: string;
  lang: Lang;
  /** `key` in the mails namespace; the texts are `<key>.subject` and `<key>.text`. */
  message: { key: string; params: Record<string, string | number> };
};

/** As it stands in the outbox. */
export type WrittenMail = {
  id: string;
  to: string;
  lang: Lang;
  subject: string;
  text: string;
  createdAt: Date;
};

export type Mailer = {
  /** Writes the mail to the outbox and queues its sending, in the context's transaction. */
  send(mail: Mail): Promise<void>;
  within(ctx: Ctx): Mailer;
};
