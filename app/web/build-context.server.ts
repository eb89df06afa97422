import type { Lang } from '~/i18n/locales';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { requestLog } from '~/platform/logger.server';
import { outboxMailer } from '~/platform/mail/outbox.server';
import { ports } from './ports.server';
import type { Services } from './services';

/** The context of one request, job or command. */
export function buildContext(
  services: Services,
  { actor, lang, requestId }: { actor: Actor | null; lang: Lang; requestId: string },
): Ctx {
  const { config, clock, storage, secrets, keyring, pdfSigner, database, queue } = services;
  return {
    actor,
    lang,
    requestId,
    config,
    clock,
    storage,
    secrets,
    keyring,
    pdfSigner,
    ports,
    db: database.client,
    query: async ({ name, text }, values) =>
      (await database.pool.query({ name, text, values: [...values] })).rows,
    jobs: queue.jobs,
    log: requestLog(services.log, requestId),
    mail: outboxMailer({ db: database.client, jobs: queue.jobs, clock, config }),
    publish: () => Promise.reject(new Error('publish() works only inside a transaction')),
  };
}
