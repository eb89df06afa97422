import type { Beat, Scene } from '../clip';
import { drawFigure, gripping, leaning, moved, type Pose, standing } from '../figure';
import { arrow, circle, ease, ink, line, mix, type Point, path, word } from '../stage';

/** Directions as uke sees them, clockwise from straight ahead; uke looks to the top. */
const directions = ['前', '右前', '右', '右後', '後', '左後', '左', '左前'] as const;
const star: Point = [290, 220];

const onStar = (index: number, radius: number): Point => {
  const angle = (index * Math.PI) / 4 - Math.PI / 2;
  return [star[0] + radius * Math.cos(angle), star[1] + radius * Math.sin(angle)];
};

const soles =
  path('M-16 -22C-4 -24 -4 18 -14 22C-26 22 -28 -18 -16 -22Z', { stroke: ink.faint, width: 2 }) +
  path('M16 -22C4 -24 4 18 14 22C26 22 28 -18 16 -22Z', { stroke: ink.faint, width: 2 });

const plan =
  circle(star, 46, { stroke: ink.line, width: 2, dash: '4 6' }) +
  `<g transform="translate(${star[0]} ${star[1]})">${soles}</g>` +
  directions
    .map((name, index) => {
      const [x, y] = onStar(index, 178);
      return (
        arrow(onStar(index, 62), onStar(index, 146), { stroke: ink.line, width: 3 }) +
        word(name, [x, y + 8], 20, ink.faint)
      );
    })
    .join('');

const ground = line([520, 396], [880, 396], { stroke: ink.line });
const still = plan + ground;

function chosen(index: number, progress: number): string {
  const [x, y] = onStar(index, 178);
  const reach = mix(66, 146, progress);
  return (
    arrow(onStar(index, 62), onStar(index, reach), { stroke: ink.straw, width: 5 }) +
    word(directions[index] ?? '', [x, y + 8], 20, ink.straw)
  );
}

/** The point over which the weight lies; beyond the ring the balance is broken. */
const weight = (index: number, progress: number) =>
  circle(onStar(index, mix(0, 62, progress)), 9, {
    stroke: progress > 0.7 ? ink.warn : ink.sky,
    fill: ink.stage,
    width: 4,
  });

/** The figure seen from the side (leans along the line of sight) or from the front (leans across it). */
function uke(view: 'side' | 'front', degrees: number): string {
  const facing: Pose = {
    ...standing,
    frontFoot: [34, 0],
    frontKnee: [20, -42],
    backFoot: [-34, 0],
    backKnee: [-20, -42],
    frontElbow: [30, -114],
    frontHand: [34, -84],
    backElbow: [-30, -114],
    backHand: [-34, -84],
    head: [0, -160],
  };
  const pose = view === 'side' ? standing : facing;
  const pivot: Point = [degrees > 0 ? pose.frontFoot[0] + 6 : pose.backFoot[0] - 6, 0];
  return drawFigure(moved(leaning(pose, degrees, pivot), [700, 392], 1.5), ink.blue);
}

interface Direction {
  index: number;
  view: 'side' | 'front';
  degrees: number;
}

/** One or two directions in one sentence, each out and back to balance. */
const breaking =
  (...parts: Direction[]): Beat =>
  (progress) => {
    const share = 1 / parts.length;
    const current = Math.min(parts.length - 1, Math.floor(progress / share));
    const part = parts[current] ?? { index: 0, view: 'side', degrees: 0 };
    const local = (progress - current * share) / share;
    const last = current === parts.length - 1;
    const out = ease(local, 0.08, 0.55) * (last ? 1 : 1 - ease(local, 0.8, 1));
    return {
      still,
      moving: chosen(part.index, out) + weight(part.index, out) + uke(part.view, part.degrees * out),
    };
  };

const opening: Beat = (progress) => {
  const lit = Math.floor(ease(progress, 0.2, 0.9) * 8);
  const arms = directions.map((_, index) => (index < lit ? chosen(index, 1) : '')).join('');
  return { still: still + word('崩し', [700, 70], 38), moving: arms + weight(0, 0) + uke('side', 0) };
};

const slowly: Beat = (progress) => {
  const out = ease(progress, 0.1, 0.8) * 0.7;
  const pose = moved(leaning(standing, -20 * out, [-24, 0]), [740, 392], 1.5);
  const tori = moved(gripping, [590, 392], 1.5);
  const sleeve = line(tori.frontHand, pose.backElbow, { stroke: ink.straw, width: 5 });
  return {
    still,
    moving:
      chosen(4, out) + weight(4, out) + drawFigure(tori, ink.straw) + drawFigure(pose, ink.blue) + sleeve,
  };
};

const allAround: Beat = (progress) => {
  const turn = ease(progress) * 8;
  const index = Math.min(7, Math.floor(turn));
  const angle = (turn * Math.PI) / 4;
  const lean = 13 * Math.sin(angle || 0.001);
  const arms = directions.map((_, arm) => (arm <= index ? chosen(arm, 1) : '')).join('');
  return { still, moving: arms + weight(index, 0.9) + uke('front', progress >= 1 ? 0 : lean) };
};

/** The eight directions in which balance is broken: plan on the left, the leaning figure on the right. */
export const kuzushi: Scene = [
  opening,
  breaking({ index: 0, view: 'side', degrees: 20 }),
  breaking({ index: 4, view: 'side', degrees: -18 }),
  breaking({ index: 2, view: 'front', degrees: 17 }, { index: 6, view: 'front', degrees: -17 }),
  breaking({ index: 1, view: 'side', degrees: 22 }, { index: 7, view: 'front', degrees: -19 }),
  breaking({ index: 3, view: 'side', degrees: -20 }, { index: 5, view: 'front', degrees: -15 }),
  slowly,
  allAround,
];
