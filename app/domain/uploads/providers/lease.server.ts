import { setTimeout as wait } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker } from '@tus/server';
import type { Db } from '~/platform/context';
import { newId } from '~/platform/ids';
import { releaseLease, renewLease, takeLease } from '../data/leases.server';

/** Milliseconds between two looks at a lease that somebody else holds, and between renewals of one's own. */
const LOOK = 400;
const RENEW = 2_000;

/** A request waits so long (ms) for another one to let go: longer than a lease holds without being renewed. */
const PATIENCE = 20_000;

async function take(db: Db, id: string, holder: string, signal: AbortSignal): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await takeLease(db, id, holder))) {
    if (signal.aborted || Date.now() > end) throw ERRORS.ERR_LOCK_TIMEOUT;
    await wait(LOOK);
  }
}

/** One writer for each upload, among all web processes: whoever comes later asks the one before to let go. */
export function leaseLocker(db: () => Db): Locker {
  return {
    newLock(id): Lock {
      const [holder, held] = [newId(), db()];
      let renewal: ReturnType<typeof setInterval> | undefined;
      return {
        async lock(signal, letGo) {
          await take(held, id, holder, signal);
          renewal = setInterval(() => {
            void renewLease(held, id, holder).then(
              (state) => (state === 'held' ? undefined : letGo()),
              () => letGo(),
            );
          }, RENEW);
        },
        async unlock() {
          clearInterval(renewal);
          await releaseLease(held, id, holder);
        },
      };
    },
  };
}
