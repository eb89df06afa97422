import { type FrameGrid, startOf } from '../frames';
import { type Loop, noLoop, untilEnd, wholeLoop } from '../loop';

/** Milliseconds before the end at which the jump is ordered: the next picture must not flash up. */
const early = 6;
/** So much of its first picture a round leaves out, so that rounding never shows the one before. */
const entry = 0.1;

/** What the looper does in turn; `timer` runs while a jump is planned. */
interface Round {
  video: HTMLVideoElement;
  grid(): FrameGrid;
  loop: Loop;
  timer: number;
}

function unplan(round: Round): void {
  clearTimeout(round.timer);
  round.timer = 0;
}

/** Every round begins with the same picture, so that nothing adds up. */
function jump(round: Round): void {
  unplan(round);
  const { video, loop } = round;
  const whole = wholeLoop(loop);
  if (!whole || video.seeking) return;
  video.currentTime = startOf({ fps: round.grid().fps, phase: whole.a }, entry);
  if (video.ended) void video.play().catch(() => undefined);
}

/** Where pictures tell nothing (sound alone, a hidden page) the player's own reports, four a second, are used. */
function report(round: Round): void {
  const { video, loop, grid } = round;
  const whole = wholeLoop(loop);
  if (whole && !video.paused && video.currentTime >= whole.b + 0.5 / grid().fps) jump(round);
}

/**
 * Repeats a passage. The jump back is planned when the last picture is shown, for the moment at which its time is
 * over.
 */
export function looper(video: HTMLVideoElement, grid: () => FrameGrid) {
  const round: Round = { video, grid, loop: noLoop, timer: 0 };
  const clear = () => unplan(round);
  const back = () => jump(round);
  const listeners = { ended: back, pause: clear, seeking: clear, ratechange: clear };
  const all = Object.entries({ ...listeners, timeupdate: () => report(round) });
  for (const [name, listener] of all) video.addEventListener(name, listener);
  return {
    set(next: Loop) {
      clear();
      round.loop = next;
    },
    /** A picture is shown. */
    frame(mediaTime: number) {
      const whole = wholeLoop(round.loop);
      if (!whole || video.paused || video.seeking || round.timer !== 0) return;
      const wait = untilEnd(whole.b, mediaTime, grid().fps, video.playbackRate);
      if (wait === 0) jump(round);
      else if (wait !== null) round.timer = window.setTimeout(back, Math.max(0, wait * 1000 - early));
    },
    /** To the first picture of the loop. */
    enter: () => jump(round),
    stop() {
      clear();
      for (const [name, listener] of all) video.removeEventListener(name, listener);
    },
  };
}
