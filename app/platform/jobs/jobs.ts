import type { z } from 'zod';
import type { Ctx } from '../context';

export type JobOptions = {
  /** Tries after the first one. */
  retryLimit: number;
  /** Seconds before the first retry; doubles with each. */
  retryDelay: number;
  /** Seconds a try may run before it counts as lost. */
  expireInSeconds: number;
};

export type JobDefinition<Payload> = {
  name: string;
  schema: z.ZodType<Payload>;
  options: JobOptions;
};

const DEFAULTS: JobOptions = { retryLimit: 5, retryDelay: 2, expireInSeconds: 300 };

/** A job by name and payload. Its handler is registered in app/worker-handlers.server.ts. */
export const defineJob = <Payload>(
  name: string,
  schema: z.ZodType<Payload>,
  options: Partial<JobOptions> = {},
): JobDefinition<Payload> => ({ name, schema, options: { ...DEFAULTS, ...options } });

export type EnqueueOptions = {
  /** While a job with this key waits, a second one is not added. */
  singletonKey?: string;
  startAfter?: Date;
  /** Of the jobs of one queue that are due, higher ones run first; 0 unless said. */
  priority?: number;
};

/** A job that waits to be added; its payload is one of the definition's. */
export type JobOrder = {
  job: Pick<JobDefinition<unknown>, 'name' | 'options'>;
  payload: unknown;
  options: EnqueueOptions;
};

export type Jobs = {
  /** Adds the job in the context's transaction: it exists exactly if the transaction commits. */
  enqueue<Payload>(job: JobDefinition<Payload>, payload: Payload, options?: EnqueueOptions): Promise<void>;
  /** The same for many at once, in one statement. */
  enqueueAll(orders: readonly JobOrder[]): Promise<void>;
  within(ctx: Ctx): Jobs;
};
