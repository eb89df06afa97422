import type { PlaybackSource } from '~/domain/media/types';
import type { Viewing } from '~/domain/viewing/types';
import { nearestLang } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { PlayerChapter, PlayerSettings } from '~/ui/islands/player/settings';
import type { ProgressSettings } from '~/ui/islands/progress/track-progress';
import type { View } from '~/ui/kit/use-t';
import { toolsOf } from './player-words';

export interface PlayerFacts {
  playback: PlaybackSource;
  title: string;
  recordingId: string;
  /** Seconds to begin at. */
  startAt: number;
  chapters: readonly PlayerChapter[];
  /** Captions that only a machine wrote. */
  machineCaptions: readonly Lang[];
  /** What the account remembers; null for visitors. */
  viewing: Viewing | null;
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

/** How fast each choice uses up somebody's data: megabytes a minute, whatever is chosen later. */
function modesOf({ t, fmt }: Words, playback: PlaybackSource): PlayerSettings['modes'] {
  const { hls, singles, audios, durationMs } = playback;
  const size = (bytes: number) => ({ size: fmt.megabytes((bytes * 60_000) / Math.max(1, durationMs)) });
  const qualities = [...hls.qualities].reverse();
  const [small, sound] = [singles[0], audios[0]];
  return [
    { value: 'full', text: t('media:player.quality-auto', size(qualities[0]?.bytes ?? 0)) },
    ...qualities.map(({ height, bytes }) => ({
      value: `full-${height}`,
      text: t('media:player.quality', { height: `${height}p`, ...size(bytes) }),
    })),
    ...(small ? [{ value: 'small', text: t('media:player.saver-small', size(small.bytes)) }] : []),
    ...(sound ? [{ value: 'audio', text: t('media:player.saver-audio', size(sound.bytes)) }] : []),
  ];
}

const labelsOf = ({ t }: Words): PlayerSettings['labels'] => ({
  play: t('media:player.play'),
  mode: t('media:player.mode'),
  audio: t('media:player.audio'),
  captions: t('media:player.captions'),
  'second-captions': t('media:player.second-captions'),
  'no-captions': t('media:player.no-captions'),
  machine: t('media:player.machine'),
  speed: t('media:player.speed'),
  loading: t('media:player.loading'),
  skipped: t('media:player.skipped'),
  stopped: t('media:player.stopped'),
  failed: t('media:player.failed'),
});

/** The full player's own words, by its English ones: its controls are hidden, what it tells by itself is not. */
const controlsOf = ({ t }: Words): Record<string, string> => ({
  volume: t('media:controls.volume'),
  'video player': t('media:controls.player'),
  'media loading': t('media:player.loading'),
  'Network Error': t('media:controls.network-error'),
  'A network error caused the media download to fail.': t('media:player.failed'),
});

const fileOf = ({ lang, label, url }: { lang: string | null; label: string; url: string }) => ({
  lang,
  label,
  url,
});

/** Everything the player's script needs to know, in the reader's language. */
export function playerSettings(view: Pick<View, 't' | 'fmt' | 'lang'>, facts: PlayerFacts): PlayerSettings {
  const { playback, title, startAt, progress, recordingId, chapters, machineCaptions, viewing } = facts;
  const { t, lang } = view;
  const saving = { saved: t('media:player.saved'), willBeSaved: t('media:player.will-be-saved') };
  return {
    ...{ lang, title, startAt, recordingId, ...playback.renewal },
    durationSec: playback.durationMs / 1000,
    framesPerSecond: playback.framesPerSecond,
    hls: playback.hls.url.replace(/\?captions=.*$/, ''),
    poster: playback.poster,
    parts: playback.parts,
    storyboard: playback.storyboard,
    singles: playback.singles.map(fileOf),
    audios: playback.audios.map(fileOf),
    captions: playback.captions.map((file) => {
      const machine = machineCaptions.find((lang) => lang === file.lang);
      return {
        ...fileOf(file),
        machine: machine !== undefined,
        choice: machine ? `${t(`shell:language.${machine}`)} · ${t('media:player.machine')}` : file.label,
      };
    }),
    audioTracks: [...playback.audioTracks],
    chapters: [...chapters],
    audio: firstAudio(playback, lang),
    caption: firstCaption(playback, lang),
    modes: modesOf(view, playback),
    labels: labelsOf(view),
    tools: toolsOf(view),
    controls: controlsOf(view),
    progress: progress && { ...progress, labels: saving },
    viewing: viewing && { endpoint: '/api/v1/viewing', keepsPosition: !progress, choice: viewing.choice },
  };
}
