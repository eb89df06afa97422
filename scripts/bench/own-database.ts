import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { parseEnvironment } from '~/platform/config/parse-environment';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';
import { migrateDatabase } from '../lib/database.mjs';
import { startPostgres } from '../lib/postgres.mjs';

/** Measures on a migrated, empty database of its own, so that nothing else grows with it; nothing is left. */
export async function onOwnDatabase(work: (root: Ctx, client: pg.Client) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shihan-bench-'));
  const server = await startPostgres(folder);
  await migrateDatabase(server.url);
  const settings = { DATABASE_URL: server.url, DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO: '1' };
  const services = await openServices(parseEnvironment(settings), 'command');
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await work(buildContext(services, { actor: null, lang: 'ru', requestId: newId() }), client);
  } finally {
    await client.end();
    await closeServices(services);
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
