import type { Services } from '~/web/services';
import { drainJobs } from './drain-jobs';

/**
 * Packages the demo's recordings of these names and leaves the others unpackaged for ever: each takes the processor for
 * some seconds. Everything else that waits in the queues runs as well.
 */
export async function packageRecordings(services: Services, ...slugs: string[]): Promise<void> {
  await services.database.pool.query(
    `DELETE FROM pgboss.job WHERE name = 'media.package' AND data->>'assetId' NOT IN
       (SELECT asset_id::text FROM recording WHERE slug = ANY($1))`,
    [slugs],
  );
  await drainJobs(services, { video: true });
}
