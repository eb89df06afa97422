import { type FrameGrid, startOf } from '../frames';
import { type Loop, noLoop, untilEnd, wholeLoop } from '../loop';

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

/** Plans the jump back, once the end is near. */
function plan(round: Round): void {
  const { video, grid, loop, timer } = round;
  const whole = wholeLoop(loop);
  if (!whole || video.paused || video.seeking || timer !== 0) return;
  const wait = untilEnd(whole.b, video.currentTime, grid().fps, video.playbackRate);
  if (wait === 0) jump(round);
  else if (wait !== null) round.timer = window.setTimeout(() => jump(round), wait * 1000);
}

/** Where pictures tell nothing (sound alone, a hidden page) the player's own reports, four a second, are used. */
function report(round: Round): void {
  const { video, loop, grid } = round;
  const whole = wholeLoop(loop);
  if (whole && !video.paused && video.currentTime >= whole.b + 0.5 / grid().fps) jump(round);
}

/**
 * Repeats a passage. The jump back is planned when one of the last two pictures is shown, for the moment at which the
 * time of the last one is over.
 */
export function looper(video: HTMLVideoElement, grid: () => FrameGrid) {
  const round: Round = { video, grid, loop: noLoop, timer: 0 };
  const clear = () => unplan(round);
  const back = () => jump(round);
  const replan = () => {
    unplan(round);
    plan(round);
  };
  const listeners = { ended: back, pause: clear, seeking: clear, ratechange: replan };
  const all = Object.entries({ ...listeners, timeupdate: () => report(round) });
  for (const [name, listener] of all) video.addEventListener(name, listener);
  return {
    set(next: Loop) {
      clear();
      round.loop = next;
    },
    /** A picture is shown. */
    frame: () => plan(round),
    /** To the first picture of the loop. */
    enter: () => jump(round),
    stop() {
      clear();
      for (const [name, listener] of all) video.removeEventListener(name, listener);
    },
  };
}
