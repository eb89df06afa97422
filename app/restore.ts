import { parseArgs } from 'node:util';
import { allJobs } from './all-jobs.server';
import { BackupError } from './platform/backup/backup-format';
import { checkBackup, type RestoreOrder } from './platform/backup/check-backup.server';
import { tellProgress } from './platform/backup/progress';
import { restoreBackup } from './platform/backup/restore-backup.server';
import { readConfig } from './platform/config/config.server';
import type { Config } from './platform/config/parse-environment';
import { readPassphrase } from './platform/config/passphrase';
import { connectDatabase } from './platform/db/connect.server';
import { openQueue } from './platform/jobs/queue.server';
import { createLogger } from './platform/logger.server';
import { openStorage } from './platform/storage/open-storage.server';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The queue has its own tables, which every start makes. */
async function makeQueue(config: Config): Promise<void> {
  const database = connectDatabase(config.databaseUrl, { max: 2, onLost: () => undefined });
  const log = createLogger(config.logLevel, 'command');
  const queue = await openQueue(database.pool, allJobs, { log, supervise: false });
  await queue.close();
  await database.close();
}

/** Checks the backup that scripts/restore.mjs names, and restores it; exit 0 when it is, 1 when nothing was. */
async function main(): Promise<number> {
  const [file] = parseArgs({ allowPositionals: true }).positionals;
  const passphrase = readPassphrase();
  if (file === undefined || passphrase === null)
    throw new BackupError('Run it as: npm run restore -- <file>');
  const config = readConfig();
  const order: RestoreOrder = {
    ...{ file, passphrase, databaseUrl: config.databaseUrl, keysDir: config.keysDir },
    storage: await openStorage(config, createLogger(config.logLevel, 'command')),
    progress: tellProgress(say),
  };
  const checked = await checkBackup(order);
  say(`The backup of ${checked.manifest.madeAt} (${checked.manifest.site}) is whole.`);
  await makeQueue(config);
  const { summary, missing } = await restoreBackup(order, checked);
  const rows = Object.values(summary.rows).reduce((sum, count) => sum + count, 0);
  say(`Restored: ${rows} rows, ${summary.files.count} files, ${summary.keys} key files.`);
  if (missing.count > 0)
    say(
      `Missing: ${missing.count} files of video, ${missing.bytes} bytes, which the backup left out. Copy masters, media and sounds of the old storage into the new one.`,
    );
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  const message =
    error instanceof BackupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${message}\nNothing was restored.\n`);
  return 1;
});
