import { parseArgs } from 'node:util';
import { BackupError } from './platform/backup/backup-format';
import { tellProgress } from './platform/backup/progress';
import { writeBackup } from './platform/backup/write-backup.server';
import { readConfig } from './platform/config/config.server';
import { readPassphrase } from './platform/config/passphrase';
import { createLogger } from './platform/logger.server';
import { openStorage } from './platform/storage/open-storage.server';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const stopped = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopped.abort());

/** Writes the backup that scripts/backup.mjs asks for; exit 0 when it is whole, 1 when there is none. */
async function main(): Promise<number> {
  const options = { masters: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  const passphrase = readPassphrase();
  if (file === undefined || passphrase === null) throw new BackupError('Run it as: npm run backup');
  const config = readConfig();
  const { summary, manifest } = await writeBackup({
    ...{ file, passphrase, databaseUrl: config.databaseUrl, keysDir: config.keysDir, site: config.publicUrl },
    storage: await openStorage(config, createLogger(config.logLevel, 'command')),
    withVideo: values.masters,
    now: new Date(),
    progress: tellProgress(say),
    signal: stopped.signal,
  });
  const rows = Object.values(summary.rows).reduce((sum, count) => sum + count, 0);
  say(`${file}: ${rows} rows, ${summary.files.count} files, ${summary.keys} key files.`);
  const { count, bytes } = manifest.leftOut;
  if (count > 0)
    say(`Not in it: ${count} files of video, ${bytes} bytes, only their list. --masters puts them in too.`);
  if (config.secretKey !== null) say('Not in it: SECRET_KEY of the environment. Keep it elsewhere.');
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  if (stopped.signal.aborted) process.stderr.write('Stopped: there is no backup.\n');
  else if (error instanceof BackupError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
});
