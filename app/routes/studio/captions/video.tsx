import type { NotPlayable, PlaybackSource } from '~/domain/media/types';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';

/** The recording beside its captions: the small file, which every browser moves through exactly. */
export function CueVideo({ playback, label }: { playback: PlaybackSource | NotPlayable; label: string }) {
  const { t } = useT();
  if (!('hls' in playback)) return <Notice>{t('media:player.not-ready')}</Notice>;
  const [file] = playback.singles;
  if (!file) return null;
  return (
    <div className="player">
      {/* biome-ignore lint/a11y/useMediaCaption: the captions are the list beside, while they are being written */}
      <video
        controls
        preload="metadata"
        playsInline
        poster={playback.poster}
        aria-label={label}
        width="960"
        height="540"
        src={file.url}
        data-token={playback.renewal.token}
        data-expires={playback.renewal.expiresAt}
      />
    </div>
  );
}
