import type { Lang } from '~/i18n/locales';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { outboxMailer } from '~/platform/mail/outbox.server';
import { ports } from './ports.server';
import type { Services } from './services';

/** Made when it is first asked for: most requests log nothing and send no mail. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The context of one request, job or command. */
export function buildContext(
  services: Services,
  facts: { actor: Actor | null; lang: Lang; requestId: string },
): Ctx {
  const { config, clock, storage, secrets, database, queue } = services;
  const log = lazily(() => services.log.child({ request: facts.requestId }));
  const mail = lazily(() => outboxMailer({ db: database.client, jobs: queue.jobs, clock, config }));
  return {
    ...facts,
    config,
    clock,
    storage,
    secrets,
    ports,
    db: database.client,
    query: async ({ name, text }, values) =>
      (await database.pool.query({ name, text, values: [...values] })).rows,
    jobs: queue.jobs,
    get log() {
      return log();
    },
    get mail() {
      return mail();
    },
    publish: () => Promise.reject(new Error('publish() works only inside a transaction')),
  };
}
