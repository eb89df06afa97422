import type { Playing } from '../progress/watch';
import type { controlRow } from './controls';
import type { Loop } from './loop';
import { leaveAt } from './parts';
import type { RemovedParts } from './removed-parts';
import type { Addresses } from './renewal';
import { type Chosen, type PlayerSettings, remember } from './settings';
import type { smallPlayer } from './small-player';
import type { Tools } from './tools/tools';

type FullPlayer = Awaited<ReturnType<typeof import('./full-player')['mountFullPlayer']>>;

/** One player on the page, with what is chosen in it. */
export interface Session {
  host: HTMLElement;
  settings: PlayerSettings;
  stage: HTMLElement;
  state: HTMLElement;
  addresses: Addresses;
  removed: RemovedParts;
  small: ReturnType<typeof smallPlayer>;
  button: HTMLButtonElement;
  row: ReturnType<typeof controlRow>;
  chosen: Chosen;
  /** From the page's address. */
  loop: Loop;
  full: FullPlayer | null;
  /** Null until the recording is started. */
  tools: Tools | null;
  isStarted: boolean;
  /** Tells progress and position which player is watched. */
  follow(media: Playing): void;
}

const mediaOf = (session: Session): Playing => session.full?.media ?? session.small.media;
const pictureOf = (session: Session): HTMLVideoElement => session.full?.picture ?? session.small.media;

/** Speed and captions as chosen; players forget the speed with every source. */
function applyChoice(session: Session): void {
  pictureOf(session).playbackRate = session.chosen.rate;
  session.tools?.applyChoice();
}

/** The controls come when the recording is started, for every player the same. */
async function equip(session: Session): Promise<void> {
  if (!session.tools) {
    const { mountTools } = await import('./tools/tools');
    session.tools ??= mountTools({
      ...{ host: session.host, stage: session.stage, settings: session.settings },
      ...{ addresses: session.addresses, loop: session.loop },
      chosen: () => session.chosen,
      onChange: (change) => changeTo(session, change),
    });
  }
  session.tools.without(session.removed.parts());
  session.tools.attach(pictureOf(session), session.chosen.mode);
  applyChoice(session);
}

const adopted = new WeakSet<Playing>();

function adopt(session: Session): void {
  const media = mediaOf(session);
  session.follow(media);
  applyChoice(session);
  if (adopted.has(media)) return;
  adopted.add(media);
  for (const event of ['loadedmetadata', 'playing'])
    media.addEventListener(event, () => applyRate(session, media));
  if (session.full) media.addEventListener('error', () => void recover(session));
}

function applyRate(session: Session, media: Playing): void {
  if (media.playbackRate !== session.chosen.rate) media.playbackRate = session.chosen.rate;
}

let lastRecovery = 0;

/** An address may have run out while the device slept: renew, and go on where it stopped. */
export async function recover(session: Session): Promise<void> {
  const { settings, state, addresses } = session;
  const isRepeated = Date.now() - lastRecovery < 10_000;
  lastRecovery = Date.now();
  const at = mediaOf(session).currentTime;
  if (isRepeated) state.textContent = settings.labels.failed;
  else if (!(await addresses.renew())) return;
  else if (session.full) await playFull(session, at);
  else await recoverSmall(session);
}

/** The recording plays from elsewhere by now: it goes on there at the same second; what is paused, when it plays again. */
export function loadAnew(session: Session): void {
  const media = session.full?.media;
  const move = () => void playFull(session, media?.currentTime ?? 0);
  if (!media) session.small.reload();
  else if (media.paused) media.addEventListener('play', move, { once: true });
  else move();
}

/** Parts that the small file still holds are why it is served no more; when that is news, it is acted on as such. */
async function recoverSmall(session: Session): Promise<void> {
  const wasKnown = session.removed.parts().length > 0;
  const parts = await session.removed.ask();
  if (parts.length === 0) session.small.reload(true);
  else if (wasKnown) await withoutParts(session, false);
}

/**
 * Parts were taken away: the small files hold them still and are served no more, and playlists that the browser kept
 * know nothing of it. What plays is loaded anew, the same second or the first one behind a part.
 */
export async function withoutParts(session: Session, isFirst: boolean): Promise<void> {
  const { removed, addresses, settings } = session;
  const parts = removed.parts();
  session.tools?.without(parts);
  const isSmall = session.chosen.mode !== 'full';
  if (parts.length === 0 || (isFirst && !isSmall) || !(await addresses.renew())) return;
  const { currentTime, paused } = mediaOf(session);
  if (isSmall) {
    session.chosen = { ...session.chosen, mode: 'full', quality: lowestOf(settings) };
    session.row.show(session.chosen);
  }
  if (!session.isStarted) return;
  await playFull(session, leaveAt(parts, currentTime, 0) ?? currentTime);
  if (paused) mediaOf(session).pause();
}

/** The quality that costs least; null where there is no choice. */
const lowestOf = ({ modes }: PlayerSettings): number | null => {
  const heights = modes.flatMap(({ value }) => (value.startsWith('full-') ? [Number(value.slice(5))] : []));
  return heights.length > 0 ? Math.min(...heights) : null;
};

/** The viewer starts the recording. */
export function play(session: Session): void {
  if (session.chosen.mode === 'full') void playFull(session, session.settings.startAt);
  else session.small.playFrom(session.settings.startAt);
}

/** Loads the full player's code, the one large script of the product, only here. */
async function playFull(session: Session, at: number): Promise<void> {
  const { settings, stage, small, button, addresses, chosen } = session;
  const words = button.querySelector('span');
  if (words) words.textContent = settings.labels.loading;
  const hadFocus = document.activeElement === button;
  button.disabled = true;
  session.isStarted = true;
  try {
    const { mountFullPlayer } = await import('./full-player');
    small.media.pause();
    closeFull(session);
    const place = document.createElement('div');
    place.className = 'player-full';
    stage.append(place);
    small.media.hidden = true;
    const { audio, quality } = chosen;
    session.full = await mountFullPlayer(place, { settings, addresses, at, audio, quality });
    button.hidden = true;
    adopt(session);
    await equip(session);
    if (hadFocus) session.tools?.focus();
  } catch {
    session.chosen = { ...chosen, mode: 'small' };
    session.row.show(session.chosen);
    showSmall(session, at);
  }
}

function closeFull(session: Session): void {
  session.full?.remove();
  session.full = null;
  session.stage.querySelector('.player-full')?.remove();
}

/** The browser's own player; `at`: play on from this second, null: wait until the viewer starts it. */
export function showSmall(session: Session, at: number | null): void {
  const { small, button, chosen } = session;
  closeFull(session);
  button.hidden = true;
  small.media.hidden = false;
  small.media.controls = true;
  small.choose(chosen.mode, chosen.audio);
  adopt(session);
  const begin = () => {
    session.isStarted = true;
    void equip(session).catch(() => undefined);
  };
  if (session.isStarted) begin();
  else small.media.addEventListener('play', begin, { once: true });
  if (at !== null) small.playFrom(at);
}

/** Something was chosen, before the start or in the middle; the second stays. */
export function changeTo(session: Session, change: Partial<Chosen>): void {
  const before = session.chosen;
  session.chosen = { ...before, ...change };
  const { mode, quality, audio, captions } = session.chosen;
  remember({ audio, captions, ...(change.mode ? { mode, quality } : {}) });
  session.row.show(session.chosen);
  if (mode !== before.mode) switchMode(session);
  else if (session.full && quality !== before.quality) session.full.setQuality(quality);
  else if (audio !== before.audio && session.full) session.full.setAudio(audio);
  else if (audio !== before.audio && mode !== 'full') session.small.choose(mode, audio);
  applyChoice(session);
}

/** Nothing plays that the viewer has not started. */
function switchMode(session: Session): void {
  const media = mediaOf(session);
  const at = session.isStarted ? media.currentTime : null;
  if (session.chosen.mode !== 'full') showSmall(session, at);
  else if (at !== null) void playFull(session, at);
  else {
    session.button.hidden = false;
    session.small.media.controls = false;
  }
}

/** Goes to a second, from a link of the page; starts the recording when it was not. */
export function goTo(session: Session, seconds: number): void {
  session.settings.startAt = seconds;
  if (!session.isStarted) play(session);
  else if (session.tools) session.tools.seek(seconds);
}
