import type { Lang } from '~/i18n/locales';
import type { Ctx } from '../context';
import { captionRow } from './document-rows';
import { deleteGroup, findReaders, insertRows } from './rows.server';

export type CaptionTrackTexts = {
  /** As the recording's document names it: `asset:<id>`. */
  group: string;
  lang: Lang;
  isMachine: boolean;
  cues: readonly { startMs: number; text: string }[];
};

/**
 * Writes the cues of one language in place of the ones before. Who may read them is what the recording of the group
 * says (open-group.server.ts); before there is one, nobody.
 */
export async function indexCaptions(tx: Ctx, track: CaptionTrackTexts): Promise<void> {
  await deleteGroup(tx.db, track.group, { kind: 'caption', lang: track.lang });
  const readers = await findReaders(tx.db, track.group);
  await insertRows(
    tx.db,
    track.cues.map((cue) => captionRow(track, cue, readers)),
  );
}
