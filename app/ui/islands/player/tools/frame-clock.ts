import { type FrameGrid, frameAt, gridThrough, middleOf } from '../frames';

export interface FrameClock {
  grid(): FrameGrid;
  /** The number of the picture that is shown. */
  shown(): number;
  /** Goes forth or back by pictures; stops playing. */
  step(by: number): void;
  stop(): void;
}

/** Goes from picture to picture; steps that come faster than the picture are added up. */
function stepper(video: HTMLVideoElement, grid: () => FrameGrid, shown: () => number) {
  let wanted: number | null = null;
  const isThere = (frame: number) =>
    Math.abs(video.currentTime - middleOf(grid(), frame)) * grid().fps < 0.25;
  const go = () => {
    if (wanted === null || video.seeking) return;
    const target = middleOf(grid(), wanted);
    if (isThere(wanted) || target > video.duration) wanted = null;
    else video.currentTime = target;
  };
  const forget = () => {
    wanted = null;
  };
  video.addEventListener('seeked', go);
  video.addEventListener('play', forget);
  return {
    step(by: number) {
      video.pause();
      wanted = Math.max(0, (wanted ?? shown()) + by);
      go();
    },
    stop() {
      video.removeEventListener('seeked', go);
      video.removeEventListener('play', forget);
    },
  };
}

/**
 * Knows which picture is shown. Browsers tell it with every picture (requestVideoFrameCallback); in others it is
 * reckoned from the time. `onFrame` hears of each picture that is shown.
 */
export function frameClock(video: HTMLVideoElement, fps: number, onFrame: () => void): FrameClock {
  const tells = 'requestVideoFrameCallback' in video;
  let last: number | null = null;
  let handle = 0;
  const hear = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
    last = mediaTime;
    handle = video.requestVideoFrameCallback(hear);
    onFrame();
  };
  if (tells) handle = video.requestVideoFrameCallback(hear);
  const grid = () => gridThrough(fps, last ?? 0);
  const shown = () => {
    // After a seek the picture is told later than the time.
    const since = last === null ? Number.NaN : (video.currentTime - last) * fps;
    return frameAt(grid(), last !== null && since > -0.1 && since < 1.1 ? last : video.currentTime);
  };
  const steps = stepper(video, grid, shown);
  return {
    ...{ grid, shown, step: steps.step },
    stop() {
      steps.stop();
      if (tells) video.cancelVideoFrameCallback(handle);
    },
  };
}
