import type { Lang } from '~/i18n/locales';
import type { Actor } from './actor';
import type { Clock } from './clock';
import type { Config } from './config/parse-environment';
import type { Prisma, PrismaClient } from './db/client';
import type { DomainEvent } from './events';
import type { Gathered } from './gather.server';
import type { Jobs } from './jobs/jobs';
import type { Keyring } from './keyring/keyring.server';
import type { RequestLog } from './logger.server';
import type { Mailer } from './mail/mailer';
import type { PdfSigner } from './pdf-signing/pdf-signer.server';
import type { Ports } from './ports';
import type { Secrets } from './secrets.server';
import type { Storage } from './storage/storage';

/** A client or an open transaction: use cases cannot tell and need not. */
export type Db = PrismaClient | Prisma.TransactionClient;

/**
 * One prepared statement, past Prisma: for the few reads that are busy enough for its cost to show. Inside a
 * transaction it runs there. `Row` is the caller's promise about the statement it wrote.
 */
export type Query = <Row = unknown>(
  statement: { name: string; text: string },
  values: readonly unknown[],
) => Promise<Row[]>;

/** Everything a use case may touch. Built for each request, job and test. */
export type Ctx = {
  db: Db;
  query: Query;
  clock: Clock;
  actor: Actor | null;
  lang: Lang;
  jobs: Jobs;
  mail: Mailer;
  storage: Storage;
  /** Tells that something happened; what follows is decided in app/reactions.server.ts. Inside a transaction only. */
  publish(event: DomainEvent): Promise<void>;
  ports: Ports;
  secrets: Secrets;
  keyring: Keyring;
  pdfSigner: PdfSigner;
  config: Config;
  log: RequestLog;
  requestId: string;
  /** In a transaction of many items: what they leave to its end (platform/gather). */
  gathered?: Gathered;
};

/** Rebuilds what depends on the database handle; filled where contexts are built. */
export type WithDb = (ctx: Ctx, db: Db) => Ctx;

export const isClient = (db: Db): db is PrismaClient => '$transaction' in db;

/** How often a transaction is tried when the database breaks a deadlock or a write conflict. */
const TRIES = 4;

const isConflict = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return code === 'P2034' || /\b(40001|40P01)\b|deadlock detected|could not serialize/.test(error.message);
};

/**
 * Runs `work` in one transaction (read committed); inside it only `tx` may touch the database. Joins an open
 * transaction. A deadlock broken by the database is tried again, so `work` must have no effect outside `tx`.
 */
export async function inTransaction<T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> {
  const { db } = ctx;
  if (!isClient(db)) return work(ctx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction((tx) => work(rebind(ctx, tx)));
    } catch (error) {
      if (attempt >= TRIES || !isConflict(error)) throw error;
    }
  }
}

/** The same context on another database handle. */
export function rebind(ctx: Ctx, db: Db): Ctx {
  const next: Ctx = { ...ctx, db };
  next.query = <Row>({ text }: { text: string }, values: readonly unknown[]) =>
    db.$queryRawUnsafe<Row[]>(text, ...values);
  next.jobs = ctx.jobs.within(next);
  next.mail = ctx.mail.within(next);
  next.publish = (event) => ctx.ports.react(next, event);
  return next;
}
