import type { Limit } from '~/platform/rate-limit/rate-limit.server';
import type { LoadArgs } from '~/web/handlers.server';

const QUARTER_HOUR = 900;
const PER_SUBJECT = 10;
/** A whole village may sit behind one address. */
const PER_ADDRESS = 200;

type Purpose = 'sign-in' | 'second-step' | 'sign-up' | 'reset-request' | 'one-time-code' | 'password';

const limit = (purpose: Purpose, per: 'subject' | 'address'): Limit => ({
  name: `${purpose}-${per}`,
  failures: per === 'subject' ? PER_SUBJECT : PER_ADDRESS,
  seconds: QUARTER_HOUR,
});

/**
 * Runs `work` unless its subject (an account, a contact) or the client's address has used up its failures. A try counts
 * against the subject until it succeeds, so that many at once do not slip through; against the address only when it
 * fails. Keys are keyed hashes: the counters hold no personal data.
 */
export async function countingFailures<T>(
  { page }: LoadArgs,
  purpose: Purpose,
  subject: string,
  work: () => Promise<T>,
): Promise<T> {
  const { limits, secrets } = page.services;
  const key = secrets.sign('limits', subject);
  const address = secrets.sign('limits', page.address);
  await limits.check(limit(purpose, 'address'), address);
  await limits.check(limit(purpose, 'subject'), key);
  await limits.fail(limit(purpose, 'subject'), key);
  try {
    const result = await work();
    await limits.forget(limit(purpose, 'subject'), key);
    return result;
  } catch (error) {
    await limits.fail(limit(purpose, 'address'), address);
    throw error;
  }
}

/** Counts every request, for acts that always answer the same. */
export async function countingRequests(
  args: LoadArgs,
  purpose: Purpose,
  subject: string,
  work: () => Promise<void>,
): Promise<void> {
  const { limits, secrets } = args.page.services;
  for (const [per, text] of [
    ['address', args.page.address],
    ['subject', subject],
  ] as const) {
    const key = secrets.sign('limits', text);
    await limits.check(limit(purpose, per), key);
    await limits.fail(limit(purpose, per), key);
  }
  await work();
}
