import { showCaptions } from './player/captions';
import { type Connection, chooseMode } from './player/choose-mode';
import { type Chosen, controlRow, playButton } from './player/controls';
import { type Addresses, keepFresh } from './player/renewal';
import { type PlayerSettings, readSettings, remember, remembered } from './player/settings';
import { smallPlayer } from './player/small-player';
import { trackProgress } from './progress/track-progress';
import type { Playing } from './progress/watch';

type FullPlayer = Awaited<ReturnType<typeof import('./player/full-player')['mountFullPlayer']>>;

interface Session {
  settings: PlayerSettings;
  stage: HTMLElement;
  state: HTMLElement;
  addresses: Addresses;
  small: ReturnType<typeof smallPlayer>;
  button: HTMLButtonElement;
  chosen: Chosen;
  full: FullPlayer | null;
  /** Tells the progress which player is watched. */
  follow(media: Playing): void;
}

const connectionOf = (browser: Navigator & { connection?: Connection }) => browser.connection;

function firstChoice(settings: PlayerSettings): Chosen {
  const before = remembered();
  const known = (lang: string | undefined) => settings.captions.some((caption) => caption.lang === lang);
  const [first, second] = before.captions ?? [settings.caption ?? '', ''];
  const hasAudio = settings.audioTracks.some(({ lang }) => lang === before.audio);
  return {
    mode: chooseMode(connectionOf(navigator), before.mode),
    audio: (hasAudio ? before.audio : settings.audio) ?? '',
    captions: [known(first) ? first : '', known(second) ? second : ''],
    rate: 1,
  };
}

const mediaOf = (session: Session): Playing => session.full?.media ?? session.small.media;

/** Speed and captions as chosen; players forget both with every source. */
function applyChoice(session: Session): void {
  const media = mediaOf(session);
  media.playbackRate = session.chosen.rate;
  if (media.textTracks) showCaptions(media.textTracks, session.chosen.captions);
}

function adopt(session: Session, media: Playing): void {
  const apply = () => applyChoice(session);
  for (const event of ['loadedmetadata', 'playing']) media.addEventListener(event, apply);
  media.textTracks?.addEventListener('addtrack', apply);
  media.addEventListener('error', () => void recover(session));
  session.follow(media);
  apply();
}

let lastRecovery = 0;

/** An address may have run out while the device slept: renew, and go on where it stopped. */
async function recover(session: Session): Promise<void> {
  const { settings, state, addresses } = session;
  const isRepeated = Date.now() - lastRecovery < 10_000;
  lastRecovery = Date.now();
  const at = mediaOf(session).currentTime;
  if (isRepeated) state.textContent = settings.labels.failed;
  else if (!(await addresses.renew())) return;
  else if (session.full) await playFull(session, at);
  else session.small.reload(true);
}

/** Loads the full player's code, the one large script of the product, only here. */
async function playFull(session: Session, at: number): Promise<void> {
  const { settings, stage, small, button, addresses, chosen } = session;
  const words = button.querySelector('span');
  if (words) words.textContent = settings.labels.loading;
  button.disabled = true;
  try {
    const { mountFullPlayer } = await import('./player/full-player');
    small.media.pause();
    closeFull(session);
    const place = document.createElement('div');
    place.className = 'player-full';
    stage.append(place);
    small.media.hidden = true;
    session.full = await mountFullPlayer(place, { settings, addresses, at, audio: chosen.audio });
    adopt(session, session.full.media);
    button.hidden = true;
  } catch {
    session.chosen = { ...chosen, mode: 'small' };
    showSmall(session, at);
  }
}

function closeFull(session: Session): void {
  session.full?.remove();
  session.full = null;
  session.stage.querySelector('.player-full')?.remove();
}

function showSmall(session: Session, at: number | null): void {
  const { small, button, chosen } = session;
  closeFull(session);
  button.hidden = true;
  small.media.hidden = false;
  small.media.controls = true;
  small.choose(chosen.mode, chosen.audio);
  session.follow(small.media);
  applyChoice(session);
  if (at !== null) small.playFrom(at);
}

function changeTo(session: Session, change: Partial<Chosen>): void {
  const media = mediaOf(session);
  const at = media.paused && media.currentTime === 0 ? null : media.currentTime;
  session.chosen = { ...session.chosen, ...change };
  const { mode, audio, captions } = session.chosen;
  remember({ audio, captions, ...(change.mode ? { mode } : {}) });
  if (change.mode === 'full') void playFull(session, at ?? session.settings.startAt);
  else if (change.mode) showSmall(session, at);
  else if (change.audio && session.full) session.full.setAudio(audio);
  else if (change.audio) session.small.choose(mode, audio);
  applyChoice(session);
}

function open(host: HTMLElement, stage: HTMLElement, video: HTMLVideoElement, state: HTMLElement): Session {
  const settings = readSettings(host);
  const addresses = keepFresh(settings, {
    onFresh: () => session.small.refresh(),
    onRefused: () => {
      state.textContent = settings.labels.stopped;
    },
  });
  const follow = settings.progress ? trackProgress(settings.progress, state) : () => undefined;
  const button = playButton(settings.labels.play, () => void playFull(session, settings.startAt));
  const session: Session = {
    ...{ settings, stage, state, addresses, follow, button },
    small: smallPlayer(video, settings, addresses),
    chosen: firstChoice(settings),
    full: null,
  };
  return session;
}

/**
 * Turns the browser's own player, which works without script, into the lesson's player: the full one is loaded only
 * when it is started; on slow links and where data is saved the small file stays.
 */
export default function start(host: HTMLElement): void {
  const stage = host.querySelector<HTMLElement>('.player');
  const video = host.querySelector('video');
  const state = host.querySelector<HTMLElement>('[role=status]');
  if (!stage || !video || !state) return;
  const session = open(host, stage, video, state);
  for (const plain of host.querySelectorAll<HTMLElement>('.player-files')) plain.hidden = true;
  stage.after(controlRow(session.settings, session.chosen, (change) => changeTo(session, change)));
  stage.append(session.button);
  adopt(session, video);
  if (session.chosen.mode === 'full') video.controls = false;
  else showSmall(session, null);
}
