/** What a slider is about: seconds of the recording. */
export interface SliderValue {
  now: number;
  max: number;
  /** How the value is read out. */
  text: string;
}

/** Keys of a slider by WAI-ARIA; gives where they lead, null for other keys. */
export function keyTarget(
  { key, shiftKey }: KeyboardEvent,
  { now, max }: SliderValue,
  step: { small: number; large: number },
): number | null {
  const by = shiftKey ? step.large : step.small;
  const ways: Record<string, number> = {
    ArrowLeft: now - by,
    ArrowDown: now - by,
    ArrowRight: now + by,
    ArrowUp: now + by,
    PageDown: now - step.large * 6,
    PageUp: now + step.large * 6,
    Home: 0,
    End: max,
  };
  const target = ways[key];
  return target === undefined ? null : Math.min(max, Math.max(0, target));
}

/** Makes an element a slider for people who do not see it. */
export function describeSlider(element: HTMLElement, name: string): (value: SliderValue) => void {
  element.tabIndex = 0;
  element.setAttribute('role', 'slider');
  element.setAttribute('aria-label', name);
  element.setAttribute('aria-valuemin', '0');
  let before = '';
  return ({ now, max, text }) => {
    const values = { max: String(Math.floor(max)), now: String(Math.floor(now)), text };
    const told = Object.values(values).join(' ');
    if (told === before) return;
    before = told;
    for (const [name, value] of Object.entries(values)) element.setAttribute(`aria-value${name}`, value);
  };
}

/** What happens to a pointer that is held down on an element; `x` from 0 to 1 along `track`. */
export interface Drag {
  start(x: number): void;
  move(x: number, from: number): void;
  end(x: number, from: number): void;
  cancel(): void;
}

/** Follows a pointer (mouse, finger, pen) from press to release. */
export function onDrag(element: HTMLElement, track: HTMLElement, drag: Drag): void {
  let from: number | null = null;
  const place = (event: PointerEvent) => {
    const { left, width } = track.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width)));
  };
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.stopPropagation();
    element.setPointerCapture(event.pointerId);
    from = place(event);
    drag.start(from);
  });
  element.addEventListener('pointermove', (event) => {
    if (from !== null) drag.move(place(event), from);
  });
  element.addEventListener('pointerup', (event) => {
    if (from === null) return;
    const began = from;
    from = null;
    drag.end(place(event), began);
  });
  element.addEventListener('pointercancel', () => {
    from = null;
    drag.cancel();
  });
}
