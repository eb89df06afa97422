import { allJobs } from '~/all-jobs.server';
import { systemClock } from '~/platform/clock';
import type { Config } from '~/platform/config/parse-environment';
import { connectDatabase } from '~/platform/db/connect.server';
import { openQueue } from '~/platform/jobs/queue.server';
import { openKeyring } from '~/platform/keyring/keyring.server';
import { createLogger } from '~/platform/logger.server';
import { openPdfSigner } from '~/platform/pdf-signing/pdf-signer.server';
import { rateLimits } from '~/platform/rate-limit/rate-limit.server';
import { loadSecrets } from '~/platform/secrets.server';
import { openStorage } from '~/platform/storage/open-storage.server';
import type { Services } from './services';

/** Opens everything a process needs. `part` names it in the logs; the worker supervises the queue. */
export async function openServices(config: Config, part: 'web' | 'worker' | 'command'): Promise<Services> {
  const log = createLogger(config.logLevel, part);
  const storage = await openStorage(config, log);
  const database = connectDatabase(config.databaseUrl, {
    max: part === 'web' ? 16 : 8,
    onLost: (error) => log.warn({ err: error.message }, 'a database connection was lost'),
  });
  const queue = await openQueue(database.pool, allJobs, { log, supervise: part === 'worker' });
  return {
    config,
    log,
    clock: systemClock,
    database,
    queue,
    storage,
    secrets: await loadSecrets(config),
    keyring: openKeyring(config.keysDir),
    pdfSigner: openPdfSigner(config.keysDir, new URL(config.publicUrl).hostname),
    limits: rateLimits(database.pool),
  };
}

/** Lets the queue finish its own writes, then closes the database. */
export async function closeServices(services: Services): Promise<void> {
  await services.queue.close();
  await services.database.close();
}
