import { isLang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { readIssued } from './data/facts.server';
import { placeOf } from './data/status-entries.server';
import { paperLanguages } from './rules/paper-languages';
import { isSerial, normaliseSerial } from './rules/serial';
import type { IssuedSnapshot } from './types';

export type ListSnapshotsInput =
  | { id: string }
  /** As typed; look-alikes, spaces and hyphens are folded. */
  | { serial: string }
  /** `after` is the id of the last one of the page before. */
  | { after: string | null; take: number };

/**
 * What was issued, for the proofs made of it: one document, or a page of all, oldest first. A document without a place in
 * the status lists gets one. Public: a snapshot holds what its paper says.
 */
export async function listSnapshots(ctx: Ctx, input: ListSnapshotsInput): Promise<IssuedSnapshot[]> {
  const wanted = 'serial' in input ? { serial: normaliseSerial(input.serial) } : input;
  if ('serial' in wanted && !isSerial(wanted.serial)) return [];
  const found: IssuedSnapshot[] = [];
  for (const { id, serial, snapshot, languages, zone, listNo, index } of await readIssued(
    ctx.query,
    wanted,
  )) {
    const place = listNo !== null && index !== null ? { listNo, index } : await placeOf(ctx.db, id);
    found.push({ id, serial, snapshot, languages: paperLanguages(languages.filter(isLang)), zone, place });
  }
  return found;
}
