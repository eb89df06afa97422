import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { updateLang } from './data/people.server';

/** The language of mails and of the first page after sign-in. */
export async function changeLanguage(ctx: Ctx, input: { lang: Lang }): Promise<void> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  await updateLang(ctx, ctx.actor.accountId, input.lang);
}
