import type { PlayerSettings } from '../settings';
import { clock, element, filled } from './dom';
import { chapterAt, chapterName, type Preview, preview } from './preview';
import { describeSlider, keyTarget, onDrag } from './slider';
import type { Storyboard } from './storyboard';

export interface Timeline {
  element: HTMLElement;
  duration(): number;
  update(seconds: number, duration: number): void;
}

/** What the timeline knows: seconds, and whether a finger or a pointer holds it. */
interface State {
  now: number;
  max: number;
  isHeld: boolean;
}

const percent = (share: number) => `${Math.min(100, Math.max(0, share * 100))}%`;

function marks({ chapters, durationSec }: PlayerSettings): HTMLElement[] {
  return chapters
    .filter(({ startSec }) => startSec > 0 && startSec < durationSec)
    .map(({ startSec }) => {
      const mark = element('span', 'player-mark');
      mark.style.left = percent(startSec / durationSec);
      return mark;
    });
}

/** The slider itself, and how it shows and reads out a second. */
function drawn(settings: PlayerSettings, state: State) {
  const { tools, chapters } = settings;
  const done = element('span', 'player-done');
  const thumb = element('span', 'player-thumb');
  const slider = element(
    'div',
    'player-seek',
    element('div', 'player-rail', done, ...marks(settings), thumb),
  );
  const describe = describeSlider(slider, tools.seek);
  return {
    slider,
    draw(seconds: number) {
      const { max } = state;
      done.style.width = percent(seconds / max);
      thumb.style.left = percent(seconds / max);
      const chapter = chapterAt(chapters, seconds);
      const time = filled(tools.time, { now: clock(seconds), all: clock(max) });
      describe({ now: seconds, max, text: chapter ? `${time}, ${chapterName(chapter)}` : time });
    },
  };
}

type Parts = ReturnType<typeof drawn> & { track: HTMLElement; view: Preview };

function takePointer(
  { slider, draw, track, view }: Parts,
  state: State,
  onSeek: (seconds: number) => void,
): void {
  const look = (share: number) => {
    draw(share * state.max);
    view.show(share * state.max, state.max);
  };
  const leave = () => {
    state.isHeld = false;
    view.hide();
  };
  onDrag(slider, track, {
    start: (share) => {
      state.isHeld = true;
      look(share);
    },
    move: look,
    end: (share) => {
      leave();
      onSeek(share * state.max);
    },
    cancel: leave,
  });
  slider.addEventListener('pointermove', ({ clientX }) => {
    const { left, width } = track.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    if (!state.isHeld) view.show(share * state.max, state.max);
  });
  slider.addEventListener('pointerleave', () => (state.isHeld ? undefined : view.hide()));
}

function takeKeys({ slider, draw, view }: Parts, state: State, onSeek: (seconds: number) => void): void {
  slider.addEventListener('blur', () => view.hide());
  slider.addEventListener('keydown', (event) => {
    const target = keyTarget(event, { ...state, text: '' }, { small: 5, large: 10 });
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    state.now = target;
    onSeek(target);
    draw(target);
    view.show(target, state.max);
  });
}

/** The timeline: a slider for pointer, finger and keys, with the chapters' beginnings and a picture of each moment. */
export function timeline(
  settings: PlayerSettings,
  pictures: Storyboard,
  onSeek: (seconds: number) => void,
): Timeline {
  const state: State = { now: 0, max: settings.durationSec, isHeld: false };
  const own = drawn(settings, state);
  const track = element('div', 'player-track', own.slider);
  const parts: Parts = { ...own, track, view: preview(track, pictures, settings.chapters) };
  takePointer(parts, state, onSeek);
  takeKeys(parts, state, onSeek);
  own.draw(0);
  return {
    element: track,
    duration: () => state.max,
    update(seconds, duration) {
      state.now = seconds;
      if (duration > 0 && Number.isFinite(duration)) state.max = duration;
      if (!state.isHeld) own.draw(seconds);
    },
  };
}
