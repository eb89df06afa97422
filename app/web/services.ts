import type { Clock } from '~/platform/clock';
import type { Config } from '~/platform/config/parse-environment';
import type { Database } from '~/platform/db/connect.server';
import type { Queue } from '~/platform/jobs/queue.server';
import type { Keyring } from '~/platform/keyring/keyring.server';
import type { Logger } from '~/platform/logger.server';
import type { PdfSigner } from '~/platform/pdf-signing/pdf-signer.server';
import type { RateLimits } from '~/platform/rate-limit/rate-limit.server';
import type { Secrets } from '~/platform/secrets.server';
import type { Storage } from '~/platform/storage/storage';

/** What one process opens at its start and closes at its end. */
export type Services = {
  config: Config;
  log: Logger;
  clock: Clock;
  database: Database;
  queue: Queue;
  storage: Storage;
  secrets: Secrets;
  keyring: Keyring;
  pdfSigner: PdfSigner;
  limits: RateLimits;
};
