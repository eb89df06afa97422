import { asanoha, horns, mm, rosette } from './guilloche';

/** A4 landscape, millimetres. */
const PAGE = { width: 297, height: 210 };
const EDGE = 7;
const BAND = 9.6;
const CORNER = 14;

const INK = { indigo: '#1d3557', straw: '#c9b37a', ground: '#f0e9d8', paper: '#fffdf9' };

/** Strokes of falling width laid over one another: each line becomes a bundle of engraved ones. */
function engraved(shapes: string, widths: readonly [string, number][]): string {
  return widths
    .map(
      ([colour, width]) =>
        `<g fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round">${shapes}</g>`,
    )
    .join('');
}

const rect = (inset: number, colour: string, width: number, fill = 'none') =>
  `<rect x="${inset}" y="${inset}" width="${PAGE.width - 2 * inset}" height="${PAGE.height - 2 * inset}" ` +
  `fill="${fill}" stroke="${colour}" stroke-width="${width}"/>`;

/** Horns along one side, by turns outward and inward, between the two corner squares. */
function side(length: number, at: (along: number, across: number, inward: boolean) => string): string {
  const free = length - 2 * CORNER;
  const count = Math.round(free / 7.4 / 2) * 2 + 1;
  const pitch = free / count;
  let shapes = '';
  for (let index = 0; index < count; index += 1) {
    const inward = index % 2 === 1;
    shapes += at(CORNER + pitch * (index + 0.5), inward ? 0.9 : BAND - 0.9, inward);
  }
  return shapes;
}

function runningHorns(): string {
  const { width, height } = PAGE;
  const size = 8.4;
  const wide = width - 2 * EDGE;
  const tall = height - 2 * EDGE;
  const top = side(wide, (a, c, inward) => horns(EDGE + a, EDGE + c, size, inward ? 180 : 0));
  const foot = side(wide, (a, c, inward) => horns(EDGE + a, height - EDGE - c, size, inward ? 0 : 180));
  const left = side(tall, (a, c, inward) => horns(EDGE + c, EDGE + a, size, inward ? 90 : 270));
  const right = side(tall, (a, c, inward) => horns(width - EDGE - c, EDGE + a, size, inward ? 270 : 90));
  return top + foot + left + right;
}

/** The ground of the band: four strips of asanoha, cut by the clip path. */
function hempLeaves(): string {
  const { width, height } = PAGE;
  const tall = height - 2 * EDGE;
  return [
    asanoha(EDGE, EDGE, width - 2 * EDGE, BAND, 4.8),
    asanoha(EDGE, height - EDGE - BAND, width - 2 * EDGE, BAND, 4.8),
    asanoha(EDGE, EDGE, BAND, tall, 4.8),
    asanoha(width - EDGE - BAND, EDGE, BAND, tall, 4.8),
  ].join('');
}

/** Corner: four pairs of horns on one cross, in a square of paper. */
function corner(x: number, y: number): string {
  const half = CORNER / 2;
  const shapes = [45, 135, 225, 315].map((turn) => horns(x, y, 6.1, turn)).join('');
  return (
    `<rect x="${mm(x - half)}" y="${mm(y - half)}" width="${CORNER}" height="${CORNER}" fill="${INK.paper}" stroke="${INK.indigo}" stroke-width="0.35"/>` +
    `<rect x="${mm(x - half + 0.9)}" y="${mm(y - half + 0.9)}" width="${CORNER - 1.8}" height="${CORNER - 1.8}" fill="none" stroke="${INK.straw}" stroke-width="0.2"/>` +
    engraved(shapes, [
      [INK.indigo, 0.75],
      [INK.paper, 0.4],
      [INK.indigo, 0.14],
    ])
  );
}

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${PAGE.height}">${content}</svg>`;

/** The frame of a page as SVG, 297 × 210 units of 1 mm. `rich` adds the rosette behind the name. */
export function frameSvg(rich: boolean): string {
  const { width, height } = PAGE;
  const inner = EDGE + BAND;
  const middle = EDGE + CORNER / 2;
  const band =
    `<clipPath id="band"><path clip-rule="evenodd" d="M${EDGE} ${EDGE}H${width - EDGE}V${height - EDGE}H${EDGE}Z` +
    `M${inner} ${inner}V${height - inner}H${width - inner}V${inner}Z"/></clipPath>` +
    `<path clip-path="url(#band)" d="${hempLeaves()}" fill="none" stroke="${INK.straw}" stroke-width="0.16"/>`;
  const corners = [
    [middle, middle],
    [width - middle, middle],
    [middle, height - middle],
    [width - middle, height - middle],
  ] as const;
  const ground = rich
    ? `<path transform="translate(${width / 2} ${height / 2})" d="${rosette(46, 74, 36, 5)}${rosette(30, 44, 24, 4)}" fill="none" stroke="${INK.ground}" stroke-width="0.13"/>`
    : '';
  return svg(
    ground +
      band +
      engraved(runningHorns(), [
        [INK.paper, 1.5],
        [INK.indigo, 0.8],
        [INK.paper, 0.46],
        [INK.indigo, 0.16],
      ]) +
      rect(EDGE, INK.indigo, 0.5) +
      rect(EDGE - 1.1, INK.straw, 0.2) +
      rect(inner, INK.indigo, 0.3) +
      rect(inner + 1, INK.straw, 0.2) +
      corners.map(([x, y]) => corner(x, y)).join(''),
  );
}
