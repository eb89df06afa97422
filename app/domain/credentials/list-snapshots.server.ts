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
  /** Canonical ones. */
  | { serials: readonly string[] }
  /** `after` is the id of the last one of the page before. */
  | { after: string | null; take: number };

/**
 * What was issued, for what is made of it: one document, several by number, or a page of all, oldest first. A document without a place in
 * the status lists gets one. Public: a snapshot holds what its paper says.
 */
export async function listSnapshots(ctx: Ctx, input: ListSnapshotsInput): Promise<IssuedSnapshot[]> {
  const wanted = 'serial' in input ? { serial: normaliseSerial(input.serial) } : input;
  if ('serial' in wanted && !isSerial(wanted.serial)) return [];
  const found: IssuedSnapshot[] = [];
  for (const { id, serial, snapshot, languages, zone, listNo, index, certificate, card } of await readIssued(
    ctx.query,
    wanted,
  )) {
    const place = listNo !== null && index !== null ? { listNo, index } : await placeOf(ctx.db, id);
    const paper = paperLanguages(languages.filter(isLang));
    found.push({ id, serial, snapshot, languages: paper, zone, place, files: { certificate, card } });
  }
  return found;
}
