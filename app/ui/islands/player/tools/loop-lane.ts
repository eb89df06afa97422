import { type Loop, noLoop, withPoint } from '../loop';
import type { PlayerSettings } from '../settings';
import { clock, element } from './dom';
import { describeSlider, keyTarget, onDrag } from './slider';

interface Lane {
  fps: number;
  duration(): number;
  loop(): Loop;
  /** `isDone`: the pointer was released, or a key pressed. */
  onChange(loop: Loop, isDone: boolean): void;
}

/** A drag shorter than this share of the lane is a slip. */
const slip = 0.005;

function handle(lane: Lane, track: HTMLElement, point: 'a' | 'b', name: string) {
  const made = element('div', `player-point player-point-${point}`, point.toUpperCase());
  const describe = describeSlider(made, name);
  let before = noLoop;
  const move = (share: number, isDone: boolean) =>
    lane.onChange(withPoint(before, point, share * lane.duration(), lane.fps), isDone);
  onDrag(made, track, {
    start: () => {
      before = lane.loop();
    },
    move: (share) => move(share, false),
    end: (share) => move(share, true),
    cancel: () => lane.onChange(before, true),
  });
  made.addEventListener('keydown', (event) => {
    const now = lane.loop()[point] ?? 0;
    const value = { now, max: lane.duration(), text: '' };
    const target = keyTarget(event, value, { small: 1 / lane.fps, large: 1 });
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    lane.onChange(withPoint(lane.loop(), point, target, lane.fps), true);
  });
  return {
    element: made,
    update(seconds: number | null) {
      made.hidden = seconds === null;
      if (seconds === null) return;
      made.style.left = `${(seconds / lane.duration()) * 100}%`;
      describe({ now: seconds, max: lane.duration(), text: clock(seconds, 2) });
    },
  };
}

/** The lane below the timeline: dragging over it marks a passage that is repeated; its ends move by drag and by key. */
export function loopLane(settings: PlayerSettings, lane: Lane) {
  const { tools } = settings;
  const hint = element('span', 'player-hint', tools['loop-hint']);
  const span = element('span', 'player-span');
  const box = element('div', 'player-lane', hint, span);
  const [a, b] = [handle(lane, box, 'a', tools['loop-start']), handle(lane, box, 'b', tools['loop-end'])];
  box.append(a.element, b.element);
  const between = (from: number, to: number): Loop => {
    const [first, last] = from < to ? [from, to] : [to, from];
    return { a: first * lane.duration(), b: last * lane.duration() };
  };
  let before = noLoop;
  onDrag(box, box, {
    start: () => {
      before = lane.loop();
    },
    move: (to, from) => (Math.abs(to - from) < slip ? undefined : lane.onChange(between(from, to), false)),
    end: (to, from) => lane.onChange(Math.abs(to - from) < slip ? before : between(from, to), true),
    cancel: () => lane.onChange(before, true),
  });
  return {
    element: box,
    update(loop: Loop) {
      const { a: first, b: last } = loop;
      a.update(first);
      b.update(last);
      hint.hidden = first !== null || last !== null;
      span.hidden = first === null || last === null;
      if (first === null || last === null) return;
      span.style.left = `${(first / lane.duration()) * 100}%`;
      span.style.width = `${((last - first) / lane.duration()) * 100}%`;
    },
  };
}
