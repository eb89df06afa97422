import type { Beat, Picture, Scene } from '../clip';
import { drawFigure, gripping, moved } from '../figure';
import {
  arrow,
  box,
  ease,
  ink,
  line,
  mix,
  type Point,
  path,
  place,
  stageWidth,
  through,
  word,
} from '../stage';

interface Foot {
  x: number;
  y: number;
  turn: number;
}
interface Feet {
  left: Foot;
  right: Foot;
}
/** Where the feet stand, one entry for each moment of a turn; seen from above, the partner is at the top. */
type Turn = readonly Feet[];

const unit = 120;
const drawn = 1.35;
const foot = (x: number, y: number, turn: number): Foot => ({ x, y, turn });
const natural: Feet = { left: foot(-0.5, 0, -8), right: foot(0.5, 0, 8) };

/** The Kodokan's four turns, stepping with the right foot. */
const turns = {
  mae: [natural, { left: foot(-0.5, 0, -98), right: foot(-0.5, -1, -82) }],
  ushiro: [natural, { left: foot(-0.5, 0, 82), right: foot(-0.5, 1, 98) }],
  maeMawari: [
    natural,
    { left: foot(-0.5, 0, -60), right: foot(-0.35, -1, -110) },
    { left: foot(0.65, -0.95, -188), right: foot(-0.35, -1, -172) },
  ],
  ushiroMawari: [
    natural,
    { left: foot(-0.5, 0, -40), right: foot(0, -0.75, -80) },
    { left: foot(0.35, 0.3, -130), right: foot(0, -0.75, -140) },
    { left: foot(1, -0.7, -188), right: foot(0, -0.75, -172) },
  ],
} satisfies Record<string, Turn>;

const mixFoot = (from: Foot, to: Foot, part: number): Foot =>
  foot(mix(from.x, to.x, part), mix(from.y, to.y, part), mix(from.turn, to.turn, part));

function feetAt(turn: Turn, progress: number): Feet {
  const steps = turn.length - 1;
  const step = Math.min(steps - 1, Math.floor(progress * steps));
  const part = ease(progress * steps - step);
  const from = turn[step] ?? natural;
  const to = turn[step + 1] ?? from;
  return { left: mixFoot(from.left, to.left, part), right: mixFoot(from.right, to.right, part) };
}

const sole =
  'M0 -30C12 -30 16 -16 13 -4C11 6 12 12 11 22C10 34 -10 34 -11 22C-12 12 -14 4 -14 -6C-14 -20 -10 -30 0 -30Z';
const forefoot = 'M0 -30C12 -30 16 -16 13 -4L-14 -4C-14 -20 -10 -30 0 -30Z';
const at = ({ x, y }: Foot, centre: Point): Point => [centre[0] + x * unit, centre[1] + y * unit];

function print(step: Foot, side: 'left' | 'right', centre: Point, opacity = 1): string {
  const mirror = side === 'left' ? 1 : -1;
  const colour = side === 'left' ? ink.blue : ink.straw;
  const drawing = path(sole, { stroke: colour, opacity, fill: opacity === 1 ? ink.stage : 'none' });
  return place(`<g transform="scale(${mirror} 1)">${drawing}</g>`, at(step, centre), step.turn, drawn);
}

function trail(turn: Turn, side: 'left' | 'right', centre: Point, progress: number): string {
  const points = Array.from({ length: 25 }, (_, index) =>
    at(feetAt(turn, (index / 24) * progress)[side], centre),
  );
  const colour = side === 'left' ? ink.blue : ink.straw;
  return path(through(points), { stroke: colour, width: 2, opacity: 0.5, dash: '2 8' });
}

function walk(turn: Turn, centre: Point, progress: number): string {
  const feet = feetAt(turn, progress);
  const facing = (feet.left.turn + feet.right.turn) / 2;
  const middle: Foot = foot((feet.left.x + feet.right.x) / 2, (feet.left.y + feet.right.y) / 2, facing);
  const body = path('M-58 0C-58 -22 58 -22 58 0C58 22 -58 22 -58 0Z', { stroke: ink.faint, width: 2 });
  const view = arrow([0, -26], [0, -56], { stroke: ink.faint, width: 2 });
  return (
    trail(turn, 'left', centre, progress) +
    trail(turn, 'right', centre, progress) +
    place(body + view, at(middle, centre), facing, drawn) +
    print(feet.left, 'left', centre) +
    print(feet.right, 'right', centre)
  );
}

const tatami = Array.from({ length: 4 }, (_, row) =>
  Array.from({ length: 6 }, (_, column) =>
    box([60 + column * 140 - (row % 2) * 70 + 35, 24 + row * 104], 136, 100, {
      stroke: ink.line,
      width: 1.5,
    }),
  ).join(''),
).join('');

const centre: Point = [stageWidth / 2, 240];
const ghost = (middle: Point) =>
  print(natural.left, 'left', middle, 0.3) + print(natural.right, 'right', middle, 0.3);
const title = (text: string) => word(text, [stageWidth / 2, 62], 30);

/** Twice in one sentence, each time with a rest at the end. */
const twice = (progress: number) => Math.min(1, ((progress * 2) % 1 || (progress >= 1 ? 1 : 0)) / 0.72);

const turning =
  (name: string, turn: Turn): Beat =>
  (progress): Picture => ({
    still: tatami + title(name) + ghost(centre),
    moving: walk(turn, centre, twice(progress)),
  });

const opening: Beat = (progress) => ({
  still: tatami + title('体さばき'),
  moving: `<g opacity="${ease(progress, 0, 0.4).toFixed(2)}">${walk([natural, natural], centre, 0)}</g>`,
});

const weight: Beat = (progress) => {
  const end = feetAt(turns.mae, 1);
  const glow = 0.25 + 0.2 * Math.sin(progress * Math.PI * 6);
  const shade = (step: Foot) =>
    place(
      path(forefoot, { stroke: 'none', fill: ink.sky, opacity: glow }),
      at(step, centre),
      step.turn,
      drawn,
    );
  return {
    still: tatami + title('前さばき') + ghost(centre),
    moving: walk(turns.mae, centre, 1) + shade(end.left) + shade(end.right),
  };
};

const level: Beat = (progress) => {
  const x = mix(330, 590, ease(progress, 0.1, 0.85));
  const pose = moved(gripping, [x, 372], 1.35);
  return {
    still:
      line([150, 376], [810, 376], { stroke: ink.line }) +
      line([200, 156], [760, 156], { stroke: ink.sky, width: 2, dash: '6 8' }),
    moving: drawFigure(pose, ink.blue) + arrow([x - 30, 398], [x + 50, 398], { stroke: ink.straw, width: 2 }),
  };
};

const mirrorTurn = (turn: Turn): Turn =>
  turn.map(({ left, right }) => ({
    left: foot(-right.x, right.y, -right.turn),
    right: foot(-left.x, left.y, -left.turn),
  }));

const bothSides: Beat = (progress) => ({
  still: tatami + title('右・左') + ghost([260, 240]) + ghost([700, 240]),
  moving:
    walk(turns.mae, [260, 240], ease(progress, 0.05, 0.5)) +
    walk(mirrorTurn(turns.mae), [700, 240], ease(progress, 0.5, 0.95)),
});

/** Footprints of the four turns on tatami, seen from above. */
export const taiSabaki: Scene = [
  opening,
  turning('前さばき', turns.mae),
  weight,
  turning('後ろさばき', turns.ushiro),
  turning('前回りさばき', turns.maeMawari),
  turning('後ろ回りさばき', turns.ushiroMawari),
  level,
  bothSides,
];
