import type { NotPlayable, SmallFile } from '~/domain/media/types';
import { useT } from '~/ui/kit/use-t';
import { firstAudio, firstCaption, type PlayerFacts, playerSettings } from './player-settings';

/** What keeps others from the addresses, in words. */
const protections = {
  public: 'media:player.open',
  session: 'media:player.bound',
  timed: 'media:player.timed',
} as const;

/**
 * A recording that plays everywhere: without script as the browser's own player on the small file, with the island
 * `player` (the route says `handle = { script: true }`) in full.
 */
export function PlayerHost(facts: PlayerFacts) {
  const view = useT();
  const { playback, title, startAt } = facts;
  const audio = firstAudio(playback, view.lang);
  const caption = firstCaption(playback, view.lang);
  const first = playback.singles.find((single) => single.lang === audio) ?? playback.singles[0];
  return (
    <div
      className="player-host"
      data-island="player"
      data-settings={JSON.stringify(playerSettings(view, facts))}
    >
      <div className="player">
        {/* biome-ignore lint/a11y/useMediaCaption: every language that exists is a track */}
        <video
          controls
          preload="none"
          playsInline
          poster={playback.poster}
          aria-label={title}
          width="960"
          height="540"
        >
          {first ? (
            <source src={startAt > 0 ? `${first.url}#t=${startAt}` : first.url} type="video/mp4" />
          ) : null}
          {playback.captions.map(({ lang, label, url }) => (
            <track
              key={lang}
              kind="subtitles"
              srcLang={lang}
              label={label}
              src={url}
              default={lang === caption}
            />
          ))}
        </video>
      </div>
      <SmallFiles singles={playback.singles} audios={playback.audios} />
      {playback.removedParts > 0 ? (
        <p className="note">{view.t('consents:note', { count: playback.removedParts })}</p>
      ) : null}
      <p className="quiet player-note">
        <span role="status" aria-live="polite" /> <span>{view.t(protections[playback.protection])}</span>
      </p>
    </div>
  );
}

/** The same recording as files, for browsers without script: other sounds, and sound alone. */
function SmallFiles({ singles, audios }: { singles: readonly SmallFile[]; audios: readonly SmallFile[] }) {
  const { t, fmt } = useT();
  const files = [
    ...singles.map((file) => ({
      ...file,
      text: t('media:player.mode-small', { size: fmt.megabytes(file.bytes) }),
    })),
    ...audios.map((file) => ({
      ...file,
      text: t('media:player.mode-audio', { size: fmt.megabytes(file.bytes) }),
    })),
  ];
  return (
    <ul className="player-files">
      {files.map(({ url, lang, label, text }) => (
        <li key={url}>
          <a href={url}>{text}</a> {lang ? <span lang={lang}>{label}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** In place of the player, while a recording is being prepared or when that failed. */
export function NotPlayableNotice({ failure }: NotPlayable) {
  const { t } = useT();
  const reason = failure ? t.dynamic(`media:errors.${failure}`) : '';
  return (
    <p className="notice">
      {failure ? t('media:player.not-playable', { reason }) : t('media:player.not-ready')}
    </p>
  );
}
