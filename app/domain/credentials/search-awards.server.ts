import type { Ctx } from '~/platform/context';
import { isCleanText } from '~/platform/input';
import { listNumbered } from './data/credentials.server';
import { isSerial, normaliseSerial } from './rules/serial';

const LONGEST = 64;

/** The awards whose document bears this number or serial, as people type it; the caller authorises. */
export async function searchAwards(ctx: Ctx, { text }: { text: string }): Promise<string[]> {
  const typed = text.normalize('NFKC').trim();
  if (typed === '' || typed.length > LONGEST || !isCleanText(typed)) return [];
  const serial = normaliseSerial(typed);
  return listNumbered(ctx.db, {
    serials: isSerial(serial) ? [serial] : [],
    numbers: [...new Set([typed, typed.toUpperCase()])],
  });
}
