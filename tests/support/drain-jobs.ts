import { allJobs } from '~/all-jobs.server';
import { DEFAULT_LANG } from '~/i18n/locales';
import { buildContext } from '~/web/build-context.server';
import type { Services } from '~/web/services';
import { handleJob } from '~/worker-handlers.server';

/** Packaging takes the processor for a minute: tests that do not play anything leave it. */
const VIDEO = /^media\./;

/**
 * Runs what waits in the queues, in this process, until nothing is due any more. Answers how many jobs were run;
 * the first failure is thrown.
 */
export async function drainJobs(services: Services, { video = false } = {}): Promise<number> {
  const { boss } = services.queue;
  let total = 0;
  for (let round = 1; round > 0; ) {
    round = 0;
    for (const { name } of allJobs.filter(({ name }) => video || !VIDEO.test(name))) {
      for (const { id, data } of await boss.fetch<object>(name, { batchSize: 20 })) {
        await handleJob(
          buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: id }),
          name,
          data,
        );
        await boss.complete(name, id);
        round += 1;
      }
    }
    total += round;
  }
  return total;
}
