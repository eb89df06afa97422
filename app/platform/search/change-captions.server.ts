import type { Lang } from '~/i18n/locales';
import type { Ctx } from '../context';
import { captionRow, captionThing } from './document-rows';
import { deleteDocumentsIn, findReaders, insertRows, labelRows } from './rows.server';

type TrackFacts = { group: string; lang: Lang; isMachine: boolean };

/**
 * Writes a few cues of a language, and forgets those that began at the times of `removed`; all others stay as they
 * are. A saved cue is found at once, and costs as much in a track of ten cues as in one of five thousand.
 */
export async function changeCaptions(
  tx: Ctx,
  track: TrackFacts,
  { removed, added }: { removed: readonly number[]; added: readonly { startMs: number; text: string }[] },
): Promise<void> {
  const starts = [...removed, ...added.map(({ startMs }) => startMs)];
  const things = [...new Set(starts)].map((startMs) => captionThing(track.group, startMs));
  await deleteDocumentsIn(tx.db, 'caption', things, track.lang);
  if (added.length === 0) return;
  const readers = await findReaders(tx.db, track.group);
  await insertRows(
    tx.db,
    added.map((cue) => captionRow(track, cue, readers)),
  );
}

/** Says of all cues of a language whether a machine wrote them. */
export const labelCaptions = (tx: Ctx, { group, lang, isMachine }: TrackFacts): Promise<void> =>
  labelRows(tx.db, { group, lang, isMachine });
