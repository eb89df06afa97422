import { circle, mix, type Point, path, through } from './stage';

/** A person as points; the ground is y = 0, up is negative, a standing adult is about 170 high. */
export interface Pose {
  head: Point;
  neck: Point;
  hip: Point;
  frontKnee: Point;
  frontFoot: Point;
  backKnee: Point;
  backFoot: Point;
  frontElbow: Point;
  frontHand: Point;
  backElbow: Point;
  backHand: Point;
}

export const standing: Pose = {
  head: [2, -160],
  neck: [0, -140],
  hip: [0, -82],
  frontKnee: [12, -42],
  frontFoot: [16, 0],
  backKnee: [-8, -42],
  backFoot: [-18, 0],
  frontElbow: [16, -112],
  frontHand: [26, -88],
  backElbow: [-12, -112],
  backHand: [-14, -84],
};

export const gripping: Pose = {
  ...standing,
  frontElbow: [24, -124],
  frontHand: [54, -132],
  backElbow: [20, -112],
  backHand: [50, -116],
};

export const bowing: Pose = {
  ...standing,
  head: [52, -118],
  neck: [38, -114],
  hip: [-10, -82],
  frontElbow: [34, -82],
  frontHand: [18, -62],
  backElbow: [24, -84],
  backHand: [8, -62],
};

export const kneeling: Pose = {
  head: [14, -104],
  neck: [8, -86],
  hip: [-6, -36],
  frontKnee: [30, -2],
  frontFoot: [-8, -4],
  backKnee: [26, -2],
  backFoot: [-14, -2],
  frontElbow: [28, -62],
  frontHand: [52, -42],
  backElbow: [22, -56],
  backHand: [40, -34],
};

/** On the back, the head to the left. */
export const lying: Pose = {
  head: [-84, -14],
  neck: [-64, -9],
  hip: [-6, -10],
  frontKnee: [34, -28],
  frontFoot: [62, -4],
  backKnee: [36, -10],
  backFoot: [74, -5],
  frontElbow: [-40, -4],
  frontHand: [-16, -3],
  backElbow: [-44, -14],
  backHand: [-22, -18],
};

const joints = [
  'head',
  'neck',
  'hip',
  'frontKnee',
  'frontFoot',
  'backKnee',
  'backFoot',
  'frontElbow',
  'frontHand',
  'backElbow',
  'backHand',
] as const satisfies readonly (keyof Pose)[];

const mapPose = (pose: Pose, change: (point: Point, joint: keyof Pose) => Point): Pose => {
  const changed = { ...pose };
  for (const joint of joints) changed[joint] = change(pose[joint], joint);
  return changed;
};

/** The pose on the way from one to another. */
export const between = (from: Pose, to: Pose, progress: number): Pose =>
  mapPose(from, (point, joint) => [
    mix(point[0], to[joint][0], progress),
    mix(point[1], to[joint][1], progress),
  ]);

/** The pose turned about a point, in degrees; positive leans to the right. */
export function leaning(pose: Pose, degrees: number, [pivotX, pivotY]: Point = [0, 0]): Pose {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return mapPose(pose, ([x, y]) => [
    pivotX + (x - pivotX) * cos - (y - pivotY) * sin,
    pivotY + (x - pivotX) * sin + (y - pivotY) * cos,
  ]);
}

export const moved = (pose: Pose, [dx, dy]: Point, scale = 1): Pose =>
  mapPose(pose, ([x, y]) => [x * scale + dx, y * scale + dy]);

export const mirrored = (pose: Pose): Pose => mapPose(pose, ([x, y]) => [-x, y]);

/** Draws a person in one colour. */
export function drawFigure(pose: Pose, stroke: string, opacity = 1): string {
  const style = { stroke, width: 4, opacity };
  const limb = (...names: (keyof Pose)[]) => path(through(names.map((name) => pose[name])), style);
  return [
    limb('neck', 'hip', 'frontKnee', 'frontFoot'),
    limb('hip', 'backKnee', 'backFoot'),
    limb('neck', 'frontElbow', 'frontHand'),
    limb('neck', 'backElbow', 'backHand'),
    circle(pose.head, 15, style),
  ].join('');
}
