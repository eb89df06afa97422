import type { Logger } from '~/platform/logger.server';

/** The longest a process takes to end by itself. */
const PATIENCE_MS = 25_000;

/**
 * Runs `close` once when the process is asked to end: SIGTERM, SIGINT, or the supervisor's channel closing
 * (the supervisor was killed, nobody would stop us later).
 */
export function onStop(log: Logger, close: () => Promise<void>): void {
  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    try {
      await close();
      process.exit(0);
    } catch (error) {
      log.error({ err: error instanceof Error ? error.message : String(error) }, 'stopping failed');
      process.exit(1);
    }
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));
  process.once('disconnect', () => void stop('supervisor gone'));
}
