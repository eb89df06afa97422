import type { Beat, Scene } from '../clip';
import { between, bowing, drawFigure, gripping, leaning, lying, mirrored, moved, standing } from '../figure';
import {
  arrow,
  box,
  circle,
  ease,
  ink,
  line,
  mix,
  type Point,
  path,
  stageWidth,
  through,
  tick,
  word,
} from '../stage';

const hall = { x: 150, y: 40, width: 660, height: 350 };
const field = { x: 240, y: 90, columns: 6, rows: 4, width: 80, height: 62 };

const walls = box([hall.x, hall.y], hall.width, hall.height, { stroke: ink.faint, width: 3 });
const door = line([hall.x + 40, hall.y + hall.height], [hall.x + 100, hall.y + hall.height], {
  stroke: ink.stage,
  width: 6,
});
const posts = [
  [hall.x + 36, hall.y + 28],
  [hall.x + hall.width - 36, hall.y + 28],
] as const satisfies readonly Point[];
const furniture =
  posts.map((post) => circle(post, 11, { stroke: ink.faint })).join('') +
  box([hall.x + 240, hall.y + hall.height - 24], 180, 14, { stroke: ink.faint });

type Shift = (column: number, row: number) => Point;
const flat: Shift = () => [0, 0];

const mats = (shift: Shift = flat): string =>
  Array.from({ length: field.columns * field.rows }, (_, index) => {
    const column = index % field.columns;
    const row = Math.floor(index / field.columns);
    const [dx, dy] = shift(column, row);
    const corner: Point = [
      field.x + column * field.width + dx + 1.5,
      field.y + row * field.height + dy + 1.5,
    ];
    return box(corner, field.width - 3, field.height - 3, { stroke: ink.straw, width: 1.5, opacity: 0.7 });
  }).join('');

const room = walls + door + furniture;
const middle: Point = [field.x + field.width * 3, field.y + field.height * 2];

const fromAbove: Beat = (progress) => ({
  still: word('道場', [stageWidth / 2, 30], 22, ink.faint),
  moving:
    `<g opacity="${ease(progress, 0, 0.5).toFixed(2)}">${room}</g>` +
    `<g opacity="${ease(progress, 0.35, 0.9).toFixed(2)}">${mats()}</g>`,
});

const matsChecked: Beat = (progress) => {
  const back = ease(progress, 0.35, 0.7);
  const askew: Shift = (column, row) =>
    column === 3 && row === 1 ? [mix(14, 0, back), mix(-12, 0, back)] : [0, 0];
  const sweep = field.x + ease(progress, 0.05, 0.95) * field.width * field.columns;
  return {
    still: room,
    moving:
      mats(askew) +
      line([sweep, field.y - 8], [sweep, field.y + field.height * field.rows + 8], {
        stroke: ink.sky,
        width: 3,
      }) +
      tick([hall.x + hall.width - 40, hall.y + hall.height / 2], ease(progress, 0.75, 1)),
  };
};

const gapsClosed: Beat = (progress) => {
  const gap = mix(22, 0, ease(progress, 0.35, 0.8));
  const apart: Shift = (column) => [column < 3 ? -gap / 2 : gap / 2, 0];
  const bottom = field.y + field.height * field.rows;
  const push = progress > 0.3 && progress < 0.85;
  return {
    still: room,
    moving:
      mats(apart) +
      (gap > 2 ? line([middle[0], field.y], [middle[0], bottom], { stroke: ink.warn, width: 4 }) : '') +
      (push
        ? arrow([field.x - 50, middle[1]], [field.x - 20, middle[1]], { stroke: ink.sky }) +
          arrow([field.x + 530, middle[1]], [field.x + 500, middle[1]], { stroke: ink.sky })
        : ''),
  };
};

const freeStrip: Beat = (progress) => {
  const strip = ease(progress, 0.1, 0.5);
  const pad = ease(progress, 0.5, 0.9);
  return {
    still: room + mats(),
    moving:
      box([field.x - 34, field.y - 34], field.columns * field.width + 68, field.rows * field.height + 68, {
        stroke: ink.ok,
        width: 3,
        dash: '10 8',
        opacity: strip,
      }) +
      posts
        .map((post) => circle(post, mix(11, 20, pad), { stroke: ink.sky, width: 5, opacity: pad }))
        .join('') +
      box([hall.x + 234, hall.y + hall.height - 30], 192, 26, { stroke: ink.sky, width: 4, opacity: pad }),
  };
};

const squares: readonly Point[] = [
  [field.x + field.width, field.y + field.height],
  [field.x + field.width * 5, field.y + field.height],
  [field.x + field.width, field.y + field.height * 3],
  [field.x + field.width * 5, field.y + field.height * 3],
];

const pairAt = ([x, y]: Point, first: number, second: number) =>
  circle([x - 16, y], first, { stroke: ink.blue, width: 4 }) +
  circle([x + 16, y], second, { stroke: ink.straw, width: 4 });

const towardsMiddle = (from: Point, reach: number): string => {
  const part = mix(0.24, 0.5, reach);
  const start: Point = [mix(from[0], middle[0], 0.22), mix(from[1], middle[1], 0.22)];
  return arrow(start, [mix(from[0], middle[0], part), mix(from[1], middle[1], part)], { stroke: ink.sky });
};

const ownSquare: Beat = (progress) => ({
  still: room + mats(),
  moving: squares
    .map((square, index) => {
      const part = ease(progress, index * 0.1, index * 0.1 + 0.35);
      const frame = box([square[0] - 72, square[1] - 54], 144, 108, {
        stroke: ink.ok,
        width: 2,
        dash: '6 6',
        opacity: part,
      });
      return (
        frame +
        pairAt(square, 13, 13) +
        (progress > 0.5 ? towardsMiddle(square, ease(progress, 0.5, 0.95)) : '')
      );
    })
    .join(''),
});

/** Partners change until like stands with like. */
const likeWithLike: Beat = (progress) => {
  const change = ease(progress, 0.3, 0.8);
  const [first, second] = [mix(0, 1, change), mix(1, 0, change)];
  const left: Point = [330, 230];
  const right: Point = [630, 230];
  const swapped = (from: Point, to: Point, part: number): Point => [
    mix(from[0], to[0], part),
    mix(from[1], to[1], part) - Math.sin(part * Math.PI) * 70,
  ];
  const partner = (point: Point, radius: number, stroke: string) =>
    circle(point, radius, { stroke, width: 5 });
  return {
    still: room + mats(),
    moving:
      partner([left[0] - 34, left[1]], 34, ink.blue) +
      partner([right[0] - 26, right[1]], 20, ink.blue) +
      partner(swapped([left[0] + 34, left[1]], [right[0] + 26, right[1]], first), 20, ink.straw) +
      partner(swapped([left[0] + 42, left[1]], [right[0] + 42, right[1]], second), 34, ink.straw) +
      tick([480, 330], ease(progress, 0.85, 1)),
  };
};

const floor = line([160, 386], [800, 386], { stroke: ink.line });

const chinToChest: Beat = (progress) => {
  const fall = ease(progress, 0.1, 0.6);
  const base = moved(between(standing, lying, fall), [480, 382], 1.7);
  const tucked = ease(progress, 0.1, 0.35);
  const head: Point = [base.head[0] + 16 * tucked, base.head[1] - 14 * tucked];
  const knot: Point = [base.hip[0], base.hip[1]];
  return {
    still: floor,
    moving:
      drawFigure({ ...base, head }, ink.blue) +
      circle(knot, 7, { stroke: ink.straw, fill: ink.straw }) +
      line(head, knot, { stroke: ink.straw, width: 2, dash: '3 9', opacity: ease(progress, 0.5, 0.8) }) +
      circle([head[0], head[1]], 34, { stroke: ink.ok, width: 2, opacity: ease(progress, 0.65, 0.9) }),
  };
};

const sleeveKept: Beat = (progress) => {
  const fall = ease(progress, 0.15, 0.65);
  const tori = moved(leaning(gripping, 14 * fall), [380, 382], 1.6);
  const uke = moved(between(mirrored(gripping), mirrored(lying), fall), [mix(540, 520, fall), 382], 1.6);
  const held = {
    ...tori,
    frontHand: uke.frontHand,
    backHand: [mix(tori.backHand[0], uke.frontHand[0], 0.6), tori.backHand[1]] as const,
  };
  return {
    still: floor,
    moving:
      drawFigure(uke, ink.blue) +
      drawFigure(held, ink.straw) +
      path(through([uke.neck, uke.frontElbow, uke.frontHand]), { stroke: ink.sky, width: 7 }) +
      circle(uke.head, 38, { stroke: ink.ok, width: 2, opacity: ease(progress, 0.7, 0.95) }),
  };
};

const thenBow: Beat = (progress) => {
  const bow = ease(progress, 0.6, 0.85);
  const list = [0, 1, 2, 3].map((index) => {
    const y = 110 + index * 62;
    return (
      line([230, y], [370, y], { stroke: ink.faint, width: 3 }) +
      tick([196, y], ease(progress, index * 0.12, index * 0.12 + 0.2))
    );
  });
  return {
    still: floor + word('礼', [640, 90], 40),
    moving:
      list.join('') +
      drawFigure(moved(between(standing, bowing, bow), [520, 382], 1.4), ink.blue) +
      drawFigure(moved(mirrored(between(standing, bowing, bow)), [760, 382], 1.4), ink.straw),
  };
};

/** The hall from above with what to check, then the two rules for the head. */
export const safeHall: Scene = [
  fromAbove,
  matsChecked,
  gapsClosed,
  freeStrip,
  ownSquare,
  likeWithLike,
  chinToChest,
  sleeveKept,
  thenBow,
];
