import { allJobs, jobs } from './all-jobs.server';
import { DEFAULT_LANG } from './i18n/locales';
import { readConfig } from './platform/config/config.server';
import { startHeartbeat } from './platform/jobs/heartbeat.server';
import { runJobs } from './platform/jobs/run-jobs.server';
import { buildContext } from './web/build-context.server';
import { onStop } from './web/http/stop.server';
import { closeServices, openServices } from './web/open-services.server';
import { handleJob } from './worker-handlers.server';

async function main(): Promise<void> {
  const services = await openServices(readConfig(), 'worker');
  const { log, database, queue, clock } = services;
  const endHeartbeat = await startHeartbeat(database.client, clock, log);
  const worker = await runJobs(queue.boss, {
    databaseUrl: services.config.databaseUrl,
    queues: allJobs.map((job) => job.name),
    log,
    run: (name, payload, { id: requestId, isLastTry }) => {
      const ctx = buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId });
      return handleJob(ctx, name, payload, { isLastTry });
    },
  });
  await queue.jobs.enqueue(jobs.settleAssets, { isDaily: true }, { singletonKey: 'start' });
  await queue.jobs.enqueue(jobs.signMissingBadges, { isDaily: true }, { singletonKey: 'start' });
  await queue.jobs.enqueue(jobs.takeCheckpoints, { isDaily: true }, { singletonKey: 'start' });
  await queue.jobs.enqueue(jobs.sendReminders, { isDaily: true }, { singletonKey: 'start' });
  log.info('worker ready');
  onStop(log, async () => {
    await worker.stop();
    await endHeartbeat();
    await closeServices(services);
  });
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
