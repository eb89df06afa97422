import { usualFps } from '../frames';
import { type Loop, noLoop } from '../loop';
import type { Mode } from '../settings';
import { type FrameClock, frameClock } from './frame-clock';
import { looper } from './looper';
import { nativeCaptions } from './screen';

/** The tools' grip on the picture that plays now. */
export interface Grip {
  video: HTMLVideoElement;
  mode: Mode;
  clock: FrameClock;
  looper: ReturnType<typeof looper>;
  captions: ReturnType<typeof nativeCaptions>;
  release(): void;
}

interface Facts {
  video: HTMLVideoElement;
  mode: Mode;
  fps: number | null;
  loop: Loop;
  langs(): readonly string[];
  /** Something that the tools show has changed, or the picture. */
  onChange(): void;
  onToggle(): void;
}

const events = [
  ...['timeupdate', 'play', 'pause', 'seeking', 'seeked', 'volumechange', 'durationchange'],
  ...['loadedmetadata', 'ended', 'emptied'],
];

/** Takes hold of a picture; `release` lets it go as it was. */
export function grip({ video, mode, fps, loop, langs, onChange, onToggle }: Facts): Grip {
  const ending = new AbortController();
  const clock = frameClock(video, fps ?? usualFps, () => {
    repeat.frame();
    onChange();
  });
  const repeat = looper(video, clock.grid);
  repeat.set(loop);
  const captions = nativeCaptions(video, langs);
  for (const name of events) video.addEventListener(name, onChange, { signal: ending.signal });
  // The full player answers a press on its picture itself, the browser's own one only with its controls.
  video.addEventListener('click', () => (mode === 'full' || video.controls ? undefined : onToggle()), {
    signal: ending.signal,
  });
  return {
    ...{ video, mode, clock, captions, looper: repeat },
    release() {
      ending.abort();
      clock.stop();
      repeat.set(noLoop);
      repeat.stop();
      captions.stop();
      video.style.transform = '';
    },
  };
}

/** Turns the picture round, and nothing else: the browser's own controls would turn too, so ours stand alone then. */
export function mirrorPicture({ video, mode }: Grip, stage: HTMLElement, isMirrored: boolean): void {
  stage.classList.toggle('is-mirrored', isMirrored);
  video.style.transform = isMirrored ? 'scaleX(-1)' : '';
  if (mode !== 'full') video.controls = mode === 'small' && !isMirrored;
}
