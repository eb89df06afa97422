import { getPackaging } from '~/domain/media/get-packaging.server';
import { listAssetFacts } from '~/domain/media/list-asset-facts.server';
import { findRecordingPlace } from '~/domain/recordings/find-recording-place.server';
import { listSavedSounds } from '~/domain/sounds/list-saved-sounds.server';
import { requireSoundPlace } from '~/domain/sounds/require-sound-place.server';
import { isLang } from '~/i18n/locales';
import type { Ports } from '~/platform/ports';

/** What sounds ask of recordings and media, and uploads and media of sounds. */
export const soundsPorts: Pick<Ports, 'recordingForSound' | 'requireSoundPlace' | 'addedSounds'> = {
  async recordingForSound(ctx, which) {
    const place = await findRecordingPlace(ctx, which);
    if (!place) return null;
    const { recordingId, assetId, mayPrepare } = place;
    const [[facts], packaging] = await Promise.all([
      listAssetFacts(ctx, [assetId]),
      getPackaging(ctx, { assetIds: [assetId] }),
    ]);
    const sounds = packaging.get(assetId)?.sounds ?? [];
    const own = sounds.filter(({ soundId }) => soundId === null);
    return {
      ...{ recordingId, assetId, mayPrepare },
      durationMs: facts?.isPlayable ? facts.durationMs : null,
      masterLangs: own.map(({ lang }) => lang).filter(isLang),
      heard: sounds.flatMap(({ soundId, label, offsetMs }) =>
        soundId ? [{ soundId, label, offsetMs }] : [],
      ),
    };
  },
  requireSoundPlace,
  addedSounds: (ctx, assetId) => listSavedSounds(ctx, { assetId }),
};
