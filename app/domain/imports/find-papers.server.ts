import type { Ctx } from '~/platform/context';
import { numberKey, type Paper, selectPapers } from './data/made.server';

/**
 * The old papers that awards were imported from: of one award, or those that bear a number as people type it. The caller
 * authorises.
 */
export async function findPapers(
  ctx: Ctx,
  input: { qualificationId: string } | { number: string },
): Promise<Paper[]> {
  if ('qualificationId' in input) return selectPapers(ctx, input);
  const key = numberKey(input.number);
  // Words without a digit are names, and no number is so short.
  return /\d/.test(key) && key.length >= 2 ? selectPapers(ctx, { numberKey: key }) : [];
}
