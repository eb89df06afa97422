import { keepFresh } from '../player/renewal';

const KEY = 'shihan.captions.at';

/** The video beside the cues: fresh addresses, its place kept over the pages of one track. */
export class VideoLink {
  private stopAt: number | null = null;

  constructor(readonly video: HTMLVideoElement) {
    const { token = '', expires = '' } = video.dataset;
    const addresses = keepFresh(
      { token, expiresAt: expires, addresses: { 'single:': video.src } },
      { onFresh: () => this.renew(addresses.current(video.src)), onRefused: () => undefined },
    );
    video.addEventListener('timeupdate', () => this.tick());
    video.addEventListener('error', () => void addresses.renew());
    this.restore();
  }

  get seconds(): number {
    return this.video.currentTime;
  }

  /** From one second to another one, then it pauses. */
  play(from: number, to: number): void {
    this.video.currentTime = from;
    this.stopAt = to;
    void this.video.play().catch(() => undefined);
  }

  seek(seconds: number): void {
    this.stopAt = null;
    this.video.currentTime = seconds;
  }

  /** Calls back with the second that is shown. */
  onTime(show: (seconds: number) => void): void {
    for (const event of ['timeupdate', 'seeked'])
      this.video.addEventListener(event, () => show(this.seconds));
  }

  remember(): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify([location.pathname, this.seconds]));
    } catch {}
  }

  private restore(): void {
    try {
      const [path, seconds] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
      if (path === location.pathname && typeof seconds === 'number') this.video.currentTime = seconds;
    } catch {}
  }

  private tick(): void {
    if (this.stopAt === null || this.seconds < this.stopAt) return;
    this.stopAt = null;
    this.video.pause();
  }

  private renew(url: string): void {
    const { video } = this;
    if (new URL(url, location.href).href === video.src) return;
    const [at, isPlaying] = [this.seconds, !video.paused];
    video.src = url;
    video.currentTime = at;
    if (isPlaying) void video.play().catch(() => undefined);
  }
}
