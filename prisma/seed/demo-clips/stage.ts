/** The dark stage: 960 × 540, the lower fifth is left free for captions. */
export const stageWidth = 960;
export const stageHeight = 540;

export const ink = {
  stage: '#0c0e12',
  line: '#2b303a',
  faint: '#4a5160',
  blue: '#9dbbe6',
  straw: '#d9c48b',
  sky: '#4cc0de',
  paper: '#ece7db',
  warn: '#ff7a66',
  ok: '#7cc79c',
} as const;

export type Point = readonly [x: number, y: number];

export const mix = (from: number, to: number, progress: number): number => from + (to - from) * progress;

/** 0 before `from`, 1 after `to`, smooth between them. */
export function ease(progress: number, from = 0, to = 1): number {
  const part = Math.min(1, Math.max(0, (progress - from) / (to - from)));
  return part * part * (3 - 2 * part);
}

const number = (value: number) => String(Math.round(value * 10) / 10);

/** SVG path data through points. */
export const through = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`).join('');

export interface Stroke {
  stroke?: string;
  width?: number;
  opacity?: number;
  dash?: string;
  fill?: string;
}

const paint = ({ stroke = ink.blue, width = 3, opacity = 1, dash, fill = 'none' }: Stroke) =>
  `fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"` +
  `${opacity < 1 ? ` opacity="${number(opacity * 10)}e-1"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}`;

export const path = (data: string, style: Stroke = {}): string => `<path d="${data}" ${paint(style)}/>`;

export const line = (from: Point, to: Point, style: Stroke = {}): string => path(through([from, to]), style);

export const circle = ([x, y]: Point, radius: number, style: Stroke = {}): string =>
  `<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius)}" ${paint(style)}/>`;

export const box = ([x, y]: Point, width: number, height: number, style: Stroke = {}): string =>
  `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="3" ${paint(style)}/>`;

/** Moves, turns (degrees) and scales a drawing. */
export const place = (drawing: string, [x, y]: Point, degrees = 0, scale = 1): string =>
  `<g transform="translate(${number(x)} ${number(y)}) rotate(${number(degrees)}) scale(${scale})">${drawing}</g>`;

export function arrow(from: Point, to: Point, style: Stroke = {}): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (turn: number): Point => [
    to[0] - 14 * Math.cos(angle + turn),
    to[1] - 14 * Math.sin(angle + turn),
  ];
  return line(from, to, style) + path(through([wing(0.5), to, wing(-0.5)]), { ...style, dash: '' });
}

/** Japanese words on the stage; the only lettering, since captions carry the rest in four languages. */
export const word = (text: string, [x, y]: Point, size = 26, fill: string = ink.paper): string =>
  `<text x="${x}" y="${y}" font-family="Noto Serif JP" font-size="${size}" fill="${fill}" text-anchor="middle">${text}</text>`;

/** A tick or a bar, drawn as far as `progress`. */
export function tick([x, y]: Point, progress: number, stroke: string = ink.ok): string {
  const corner: Point = [x - 4, y + 9];
  const first = Math.min(1, progress * 3);
  const second = Math.max(0, (progress - 1 / 3) * 1.5);
  if (progress <= 0) return '';
  const points: Point[] = [
    [x - 14, y],
    [mix(x - 14, corner[0], first), mix(y, corner[1], first)],
  ];
  if (second > 0) points.push([mix(corner[0], x + 16, second), mix(corner[1], y - 14, second)]);
  return path(through(points), { stroke, width: 4 });
}
