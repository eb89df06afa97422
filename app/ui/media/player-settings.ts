import type { PlaybackSource } from '~/domain/media/types';
import { nearestLang } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { PlayerSettings } from '~/ui/islands/player/settings';
import type { ProgressSettings } from '~/ui/islands/progress/track-progress';
import type { View } from '~/ui/kit/use-t';

export interface PlayerFacts {
  playback: PlaybackSource;
  title: string;
  /** Seconds to begin at. */
  startAt: number;
  /** Where watched seconds go; null where nothing is counted. */
  progress: Omit<ProgressSettings, 'labels'> | null;
}

/** The sound to begin with: the reader's language or the nearest one, else the floor. */
export const firstAudio = ({ audioTracks }: PlaybackSource, lang: Lang): string | null =>
  nearestLang(
    audioTracks.map((track) => track.lang),
    lang,
  ) ??
  audioTracks[0]?.lang ??
  null;

/** Captions are on from the start where the sound is not in the reader's language. */
export const firstCaption = (playback: PlaybackSource, lang: Lang): string | null =>
  firstAudio(playback, lang) !== lang && playback.captions.some((caption) => caption.lang === lang)
    ? lang
    : null;

type Words = Pick<View, 't' | 'fmt'>;

function modesOf({ t, fmt }: Words, { hls, singles, audios }: PlaybackSource): PlayerSettings['modes'] {
  const size = (bytes: number | undefined) => ({ size: fmt.megabytes(bytes ?? 0) });
  return {
    full: t('media:player.mode-full', size(hls.qualities.at(-1)?.bytes)),
    small: t('media:player.mode-small', size(singles[0]?.bytes)),
    audio: t('media:player.mode-audio', size(audios[0]?.bytes)),
  };
}

const labelsOf = ({ t }: Words): PlayerSettings['labels'] => ({
  play: t('media:player.play'),
  mode: t('media:player.mode'),
  audio: t('media:player.audio'),
  captions: t('media:player.captions'),
  'second-captions': t('media:player.second-captions'),
  'no-captions': t('media:player.no-captions'),
  speed: t('media:player.speed'),
  loading: t('media:player.loading'),
  stopped: t('media:player.stopped'),
  failed: t('media:player.failed'),
});

/** The full player's own words, by its English ones; those that stand in its hidden menus are left out. */
function controlsOf({ t }: Words): Record<string, string> {
  const play = t('media:controls.play');
  const pause = t('media:controls.pause');
  const mute = t('media:controls.mute');
  const unmute = t('media:controls.unmute');
  const [fullscreen, noFullscreen] = [t('media:controls.fullscreen'), t('media:controls.exit-fullscreen')];
  const [picture, noPicture] = [t('media:controls.picture'), t('media:controls.exit-picture')];
  const seconds = { seconds: '{seekOffset}' };
  return {
    ...{ Play: play, play, Pause: pause, pause, Mute: mute, mute, Unmute: unmute, unmute },
    ...{ 'Enter fullscreen mode': fullscreen, 'enter fullscreen mode': fullscreen },
    ...{ 'Exit fullscreen mode': noFullscreen, 'exit fullscreen mode': noFullscreen },
    ...{ 'Enter picture in picture mode': picture, 'enter picture in picture mode': picture },
    ...{ 'Exit picture in picture mode': noPicture, 'exit picture in picture mode': noPicture },
    'Seek backward': t('media:controls.back'),
    'Seek forward': t('media:controls.forward'),
    'seek back {seekOffset} seconds': t('media:controls.back-by', seconds),
    'seek forward {seekOffset} seconds': t('media:controls.forward-by', seconds),
    volume: t('media:controls.volume'),
    seek: t('media:controls.seek'),
    'video player': t('media:controls.player'),
    'media loading': t('media:player.loading'),
    'playback time': t('media:controls.time'),
    '{time} remaining': t('media:controls.remaining', { time: '{time}' }),
    '{currentTime} of {totalTime}': t('media:controls.of', {
      current: '{currentTime}',
      total: '{totalTime}',
    }),
    'video not loaded, unknown time.': t('media:controls.unknown-time'),
    ...{ hour: t('media:controls.hours'), hours: t('media:controls.hours') },
    ...{ minute: t('media:controls.minutes'), minutes: t('media:controls.minutes') },
    ...{ second: t('media:controls.seconds'), seconds: t('media:controls.seconds') },
    'Network Error': t('media:controls.network-error'),
    'A network error caused the media download to fail.': t('media:player.failed'),
  };
}

/** Everything the player's script needs to know, in the reader's language. */
export function playerSettings(view: Pick<View, 't' | 'fmt' | 'lang'>, facts: PlayerFacts): PlayerSettings {
  const { playback, title, startAt, progress } = facts;
  const { t, lang } = view;
  const saving = { saved: t('media:player.saved'), willBeSaved: t('media:player.will-be-saved') };
  const file = ({ lang: ofFile, label, url }: { lang: string | null; label: string; url: string }) => ({
    lang: ofFile,
    label,
    url,
  });
  return {
    ...{ lang, title, startAt, ...playback.renewal },
    hls: playback.hls.url.replace(/\?.*$/, ''),
    poster: playback.poster,
    singles: playback.singles.map(file),
    audios: playback.audios.map(file),
    captions: playback.captions.map(file),
    audioTracks: [...playback.audioTracks],
    audio: firstAudio(playback, lang),
    caption: firstCaption(playback, lang),
    modes: modesOf(view, playback),
    labels: labelsOf(view),
    controls: controlsOf(view),
    progress: progress && { ...progress, labels: saving },
  };
}
