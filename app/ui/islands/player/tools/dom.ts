/** An element with a class. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Drawings of 24 by 24. */
export const icons = {
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  back: 'M5 5h3v14H5zM20 5v14l-10-7z',
  forward: 'M16 5h3v14h-3zM4 5v14l10-7z',
  mirror: 'M11 3h2v18h-2zM9 7v10H2zM15 7v10h7z',
  sound: 'M4 9v6h4l6 5V4L8 9zM16 8a5 5 0 0 1 0 8v2a7 7 0 0 0 0-12z',
  silent: 'M4 9v6h4l6 5V4L8 9zM16 9l2-2 5 8-2 2zM21 7l2 2-5 8-2-2z',
  full: 'M3 3h7v2H5v5H3zM14 3h7v7h-2V5h-5zM3 14h2v5h5v2H3zM19 14h2v7h-7v-2h5z',
  picture: 'M2 4h20v16H2zM4 6v12h16V6zM12 11h7v6h-7z',
} as const;
export type Icon = keyof typeof icons;

const space = 'http://www.w3.org/2000/svg';

export function drawing(icon: Icon): SVGElement {
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', icons[icon]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}

export interface Button {
  element: HTMLButtonElement;
  /** Another drawing and name. */
  change(icon: Icon, name: string): void;
  /** For buttons that stay down. */
  press(isPressed: boolean): void;
}

/** A button with a drawing and its name as a tip, or with a short text and a longer name. */
export function button(face: { icon: Icon } | { text: string }, name: string, onClick: () => void): Button {
  const made = element('button', 'player-button');
  made.type = 'button';
  const call = (words: string) => {
    made.setAttribute('aria-label', words);
    made.title = words;
  };
  made.append('icon' in face ? drawing(face.icon) : face.text);
  call(name);
  made.addEventListener('click', onClick);
  return {
    element: made,
    change(icon, words) {
      made.replaceChildren(drawing(icon));
      call(words);
    },
    press: (isPressed) => made.setAttribute('aria-pressed', String(isPressed)),
  };
}

/** Seconds as 6:12 or 1:02:05; with `digits`, 6:12.40. */
export function clock(seconds: number, digits = 0): string {
  const whole = Math.max(0, Number.isFinite(seconds) ? seconds : 0);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = digits > 0 ? (whole % 1).toFixed(digits).slice(1) : '';
  const hours = Math.floor(whole / 3600);
  const minutes = (whole / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : Math.floor(minutes)}:${two(whole % 60)}${rest}`;
}

/** Fills `{name}` in a text that the server translated. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
