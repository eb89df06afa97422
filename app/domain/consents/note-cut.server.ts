import type { Ctx } from '~/platform/context';
import { noteCut as note } from './data/spans.server';

/** A packaged version has these seconds blank. Within the transaction in which it is published. */
export async function noteCut(
  tx: Ctx,
  input: { spanIds: readonly string[]; version: number },
): Promise<void> {
  await note(tx.db, input.spanIds, input.version);
}
