import { type Chosen, controlRow, playButton } from './player/controls';
import { chooseMode, type Connection } from './player/choose-mode';
import { showCaptions } from './player/captions';
import { keepFresh } from './player/renewal';
import { type Mode, readSettings, remember, remembered } from './player/settings';
import { smallPlayer } from './player/small-player';
import { trackProgress } from './progress/track-progress';
import type { Playing } from './progress/watch';

const isMode = (value: string): value is Mode => value === 'full' || value === 'small' || value === 'audio';

const connectionOf = (browser: Navigator & { connection?: Connection }): Connection | undefined => browser.connection;

/**
 * Turns the browser's own player, which works without script, into the lesson's player: the full one is loaded only
 * when it is started; on slow links the small file stays.
 */
export default function start(host: HTMLElement): void {
  const stage = host.querySelector<HTMLElement>('.player');
  const video = host.querySelector('video');
  const state = host.querySelector<HTMLElement>('[role=status]');
  if (!stage || !video || !state) return;
  new LessonPlayer(host, stage, video, state).begin();
}

class LessonPlayer {
  private readonly settings = readSettings(this.host);
  private readonly addresses = keepFresh(this.settings, () => this.onFreshAddress());
  private readonly small = smallPlayer(this.video, this.settings, this.addresses);
  private readonly track = this.settings.progress ? trackProgress(this.settings.progress, this.state) : () => undefined;
  private readonly button = playButton(this.settings.labels.play, () => void this.play());
  private readonly chosen = this.firstChoice();
  private full: Awaited<ReturnType<typeof import('./player/full-player')['mountFullPlayer']>> | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly stage: HTMLElement,
    private readonly video: HTMLVideoElement,
    private readonly state: HTMLElement,
  ) {}
}
