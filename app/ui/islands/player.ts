import { namedAddresses } from './player/addresses';
import { type Connection, chooseMode } from './player/choose-mode';
import { controlRow, playButton } from './player/controls';
import { readStart } from './player/link';
import { watchLinks } from './player/links-of-page';
import { firstSecond, keepPosition, readKept, tellLanguages } from './player/position';
import { watchRemoved } from './player/removed-parts';
import { keepFresh } from './player/renewal';
import { changeTo, loadAnew, play, recover, type Session, showSmall, withoutParts } from './player/session';
import { type Chosen, type PlayerSettings, readSettings, remembered } from './player/settings';
import { smallPlayer } from './player/small-player';
import { trackProgress } from './progress/track-progress';
import type { Playing } from './progress/watch';

const connectionOf = (browser: Navigator & { connection?: Connection }) => browser.connection;

/** What was chosen on the account, else on this device, else what fits the reader's language. */
function firstChoice(settings: PlayerSettings): Chosen {
  const before = remembered();
  const account = settings.viewing?.choice;
  const known = (lang: string | undefined) => settings.captions.some((caption) => caption.lang === lang);
  const [first, second] = account?.captions ?? before.captions ?? [settings.caption ?? '', ''];
  const audio = account?.audio ?? before.audio;
  const hasAudio = settings.audioTracks.some(({ lang }) => lang === audio);
  const mode = chooseMode(connectionOf(navigator), before.mode);
  const height = `full-${before.quality}`;
  return {
    mode,
    quality: settings.modes.some(({ value }) => value === height) ? (before.quality ?? null) : null,
    audio: (hasAudio ? audio : settings.audio) ?? '',
    captions: [known(first) ? first : '', known(second) ? second : ''],
    rate: 1,
  };
}

const addressesOf = (settings: PlayerSettings) => {
  const { token, expiresAt } = settings;
  return { token, expiresAt, addresses: namedAddresses(settings) };
};

function open(host: HTMLElement, stage: HTMLElement, video: HTMLVideoElement, state: HTMLElement): Session {
  const settings = readSettings(host);
  const link = readStart(location.search);
  settings.startAt = firstSecond(link, {
    ...{ kept: readKept(settings.recordingId), server: settings.startAt, durationSec: settings.durationSec },
    ...{ isSignedIn: settings.viewing !== null, now: Date.now() },
  });
  const chosen = firstChoice(settings);
  const say = (label: 'stopped' | 'skipped') => {
    state.textContent = settings.labels[label];
  };
  const addresses = keepFresh(addressesOf(settings), {
    onFresh: (isOther) => (isOther ? loadAnew(session) : session.small.refresh()),
    onRefused: () => say('stopped'),
  });
  const removed = watchRemoved(settings, addresses, {
    onNews: (isFirst) => void withoutParts(session, isFirst),
    onSkip: () => say('skipped'),
  });
  const followers = [
    removed.follow,
    ...(settings.progress ? [trackProgress(settings.progress, state)] : []),
    keepPosition(settings),
  ];
  const session: Session = {
    ...{ host, settings, stage, state, addresses, removed, loop: link.loop },
    follow: (media: Playing) => {
      for (const follower of followers) follower(media);
    },
    button: playButton(settings.labels.play, () => play(session)),
    row: controlRow(settings, chosen, (change) => {
      changeTo(session, change);
      if (change.audio !== undefined || change.captions) tellLanguages(settings, session.chosen);
    }),
    small: smallPlayer(video, settings, addresses),
    chosen,
    ...{ full: null, tools: null, isStarted: false },
  };
  return session;
}

/**
 * Turns the browser's own player, which works without script, into the technique player: its full part and its
 * controls are loaded only when it is started; on slow links and where data is saved the small file stays.
 */
export default function start(host: HTMLElement): void {
  const stage = host.querySelector<HTMLElement>('.player');
  const video = host.querySelector('video');
  const state = host.querySelector<HTMLElement>('[role=status]');
  if (!stage || !video || !state) return;
  const session = open(host, stage, video, state);
  for (const plain of host.querySelectorAll<HTMLElement>('.player-files')) plain.hidden = true;
  stage.after(session.row.element);
  stage.append(session.button);
  video.addEventListener('error', () => void recover(session));
  watchLinks(session);
  if (session.chosen.mode === 'full') video.controls = false;
  else showSmall(session, null);
}
