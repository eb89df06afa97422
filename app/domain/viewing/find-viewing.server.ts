import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { findRow } from './data/viewing.server';
import type { Viewing } from './types';

const captionOf = (lang: string | undefined): Lang | '' => (isLang(lang) ? lang : '');

/** Where the actor stopped in a recording and which languages they watch in; nothing for a visitor. */
export async function findViewing(
  ctx: Ctx,
  { recordingId }: { recordingId: string },
): Promise<Viewing | null> {
  if (!ctx.actor) return null;
  const row = await findRow(ctx.db, ctx.actor.personId, recordingId);
  const { captions } = row ?? {};
  return {
    positionSec: row?.positionSec ?? null,
    choice: captions
      ? {
          audio: isLang(row?.audio) ? row.audio : null,
          captions: [captionOf(captions[0]), captionOf(captions[1])],
        }
      : null,
  };
}
