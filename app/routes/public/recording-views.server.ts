import { listTracks } from '~/domain/captions/list-tracks.server';
import { listRecordingFacts } from '~/domain/recordings/list-recording-facts.server';
import { LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import type { RecordingView } from '~/ui/catalogue/material';

/** What pages say about recordings: length, size, languages. By recording id; unpublished ones are left out. */
export async function loadRecordingViews(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, RecordingView>> {
  const facts = await listRecordingFacts(ctx, [...new Set(ids)]);
  const tracks = await listTracks(ctx, { assetIds: [...facts.values()].map(({ assetId }) => assetId) });
  const views = [...facts.values()].map((fact): [string, RecordingView] => {
    const spoken = tracks.get(fact.assetId) ?? [];
    return [
      fact.id,
      {
        slug: fact.slug,
        assetId: fact.assetId,
        title: fact.title,
        credit: fact.credit,
        durationSec: fact.durationMs === null ? null : Math.round(fact.durationMs / 1000),
        bytes: fact.isPlayable ? fact.smallestBytes : null,
        audio: LANGS.filter((lang) => fact.audioLangs.includes(lang)),
        captions: LANGS.filter((lang) => spoken.some((track) => track.lang === lang)),
        machineCaptions: spoken.filter(({ isMachine }) => isMachine).map(({ lang }) => lang),
      },
    ];
  });
  return new Map(views);
}
