import type { Beat, Scene } from '../clip';
import { between, drawFigure, gripping, kneeling, lying, mirrored, moved, standing } from '../figure';
import { arrow, box, circle, ease, ink, line, mix, type Point, path, stageWidth, word } from '../stage';

const numerals = ['一', '二', '三', '四', '五'];

/** The five steps along the top; those reached are lit. */
const steps = (reached: number): string =>
  line([260, 60], [700, 60], { stroke: ink.line, width: 2 }) +
  numerals
    .map((numeral, index) => {
      const lit = index < reached;
      const at: Point = [260 + index * 110, 60];
      return (
        circle(at, 24, {
          stroke: lit ? ink.straw : ink.line,
          fill: ink.stage,
          width: index + 1 === reached ? 4 : 2,
        }) + word(numeral, [at[0], at[1] + 9], 24, lit ? ink.straw : ink.faint)
      );
    })
    .join('');

const mat =
  path('M130 386L830 386', { stroke: ink.faint, width: 3 }) +
  line([130, 394], [830, 394], { stroke: ink.line });
const hurt = moved(lying, [500, 380], 1.6);
const scale = 1.6;
const beside = moved(mirrored(kneeling), [360 + 330, 382], scale);

const ripples = (centre: Point, progress: number): string =>
  [0, 0.33, 0.66]
    .map((delay) => {
      const part = (progress * 2 + delay) % 1;
      return circle(centre, 24 + part * 60, { stroke: ink.warn, width: 3, opacity: (1 - part) * 0.8 });
    })
    .join('');

const headHits: Beat = (progress) => {
  const fall = ease(progress, 0.05, 0.35);
  const pose = moved(between(gripping, lying, fall), [500, 380], scale);
  return {
    still: mat + steps(0),
    moving: drawFigure(pose, ink.blue) + (fall >= 1 ? ripples(pose.head, progress) : ''),
  };
};

const everybodyStops: Beat = (progress) => {
  const still = ease(progress, 0.3, 0.5);
  const sway = Math.sin(progress * 30) * 8 * (1 - still);
  const pair = (x: number) =>
    drawFigure(moved(gripping, [x - 40 + sway, 380], 0.85), ink.straw, mix(1, 0.45, still)) +
    drawFigure(moved(mirrored(gripping), [x + 40 + sway, 380], 0.85), ink.blue, mix(1, 0.45, still));
  const hand = path('M0 40L0 -10M-16 30L-16 -4M16 30L16 -4M-32 34L-32 12M-32 34C-32 64 16 64 16 30', {
    stroke: ink.paper,
    width: 5,
    opacity: still,
  });
  return {
    still: mat + steps(1),
    moving:
      pair(210) +
      pair(750) +
      drawFigure(moved(lying, [490, 380], 1.1), ink.blue) +
      `<g transform="translate(486 200)">${hand}</g>`,
  };
};

/** The coach kneels at the head and holds it with both hands. */
const holding = {
  ...moved(kneeling, [hurt.head[0] - 96, 382], scale),
  frontHand: [hurt.head[0] - 6, hurt.head[1] - 22] as const,
  backHand: [hurt.head[0] - 18, hurt.head[1] + 12] as const,
};

const doNotMove: Beat = (progress) => {
  const axis = ease(progress, 0.4, 0.8);
  return {
    still: mat + steps(2),
    moving:
      drawFigure(hurt, ink.blue) +
      drawFigure(holding, ink.straw, ease(progress, 0, 0.3)) +
      line(
        [hurt.head[0], hurt.head[1]],
        [mix(hurt.head[0], hurt.hip[0], axis), mix(hurt.head[1], hurt.hip[1], axis)],
        {
          stroke: ink.sky,
          width: 7,
          opacity: axis,
        },
      ),
  };
};

const breathing: Beat = (progress) => {
  const breath = 0.5 + 0.5 * Math.sin(progress * Math.PI * 6);
  const chest: Point = [(hurt.neck[0] + hurt.hip[0]) / 2, hurt.neck[1] - 8];
  const wave = path(
    `M${chest[0] - 60} 200${Array.from({ length: 24 }, (_, index) => `L${chest[0] - 60 + index * 8} ${(200 + Math.sin(index / 2.4 - progress * 12) * 22).toFixed(1)}`).join('')}`,
    { stroke: ink.sky, width: 4 },
  );
  return {
    still: mat + steps(2) + drawFigure(hurt, ink.blue) + drawFigure(holding, ink.straw),
    moving:
      path(
        `M${chest[0] - 46} ${chest[1]}Q${chest[0]} ${(chest[1] - 12 - 26 * breath).toFixed(1)} ${chest[0] + 46} ${chest[1]}`,
        { stroke: ink.sky, width: 5 },
      ) + wave,
  };
};

const phone =
  box([0, 0], 84, 150, { stroke: ink.straw, width: 4 }) +
  line([30, 136], [54, 136], { stroke: ink.straw, width: 3 });

const call: Beat = (progress) => {
  const open = ease(progress, 0.55, 0.9) * 74;
  const rings = [0, 1, 2].map((ring) => {
    const part = (progress * 3 + ring / 3) % 1;
    return path(
      `M${352 + part * 40} ${160 + part * -14}q${22 + part * 10} ${34 + part * 14} 0 ${68 + part * 28}`,
      { stroke: ink.sky, width: 3, opacity: 1 - part },
    );
  });
  const door = `M650 200L650 380M650 200L${(650 + 100 * Math.cos((open * Math.PI) / 180)).toFixed(1)} ${(200 - 26 * Math.sin((open * Math.PI) / 180)).toFixed(1)}L${(650 + 100 * Math.cos((open * Math.PI) / 180)).toFixed(1)} ${(380 + 26 * Math.sin((open * Math.PI) / 180) * 0.2).toFixed(1)}L650 380`;
  return {
    still:
      mat +
      steps(3) +
      `<g transform="translate(250 130)">${phone}</g>` +
      word('103', [292, 204], 30, ink.straw) +
      word('112', [292, 246], 30, ink.straw) +
      box([650, 200], 100, 180, { stroke: ink.line }),
    moving:
      rings.join('') +
      path(door, { stroke: ink.blue, width: 4 }) +
      drawFigure(moved(standing, [560, 382], 1.1), ink.straw),
  };
};

const stay: Beat = (progress) => {
  const words = [0, 1, 2].map((dot) =>
    circle([560 + dot * 26, 218], 6, {
      stroke: 'none',
      fill: ink.sky,
      opacity: 0.2 + 0.8 * Math.abs(Math.sin(progress * 9 + dot)),
    }),
  );
  return {
    still: mat + steps(4) + drawFigure(hurt, ink.blue),
    moving: drawFigure(beside, ink.straw, ease(progress, 0, 0.2)) + words.join(''),
  };
};

const clock: Point = [340, 230];

const noteTheTime: Beat = (progress) => {
  const hand = (turns: number, length: number, stroke: string): string => {
    const angle = turns * 2 * Math.PI - Math.PI / 2;
    return line(clock, [clock[0] + length * Math.cos(angle), clock[1] + length * Math.sin(angle)], {
      stroke,
      width: 5,
    });
  };
  const marks = Array.from({ length: 12 }, (_, index) => {
    const angle = (index * Math.PI) / 6;
    const at = (radius: number): Point => [
      clock[0] + radius * Math.cos(angle),
      clock[1] + radius * Math.sin(angle),
    ];
    return line(at(84), at(92), { stroke: ink.faint });
  });
  const rows = [0, 1, 2, 3].map((row) => {
    const part = ease(progress, row * 0.22, row * 0.22 + 0.2);
    return part > 0
      ? line([556, 170 + row * 44], [mix(556, 690, part), 170 + row * 44], { stroke: ink.straw, width: 3 })
      : '';
  });
  return {
    still:
      steps(5) +
      circle(clock, 104, { stroke: ink.blue, width: 4 }) +
      marks.join('') +
      box([520, 120], 210, 220, { stroke: ink.faint }),
    moving: hand(0.7, 50, ink.blue) + hand(progress * 0.25, 76, ink.straw) + rows.join(''),
  };
};

const notToday: Beat = (progress) => {
  const bar = ease(progress, 0.35, 0.6);
  return {
    still:
      mat +
      steps(5) +
      box([560, 300], 220, 80, { stroke: ink.straw, width: 2 }) +
      box([560, 220], 220, 80, { stroke: ink.straw, width: 2 }),
    moving:
      drawFigure(moved(standing, [mix(240, 400, ease(progress, 0, 0.35)), 382], 1.4), ink.blue) +
      arrow([430, 250], [530, 250], { stroke: ink.faint }) +
      line([498, mix(180, 180, bar)], [498, mix(180, 340, bar)], {
        stroke: ink.warn,
        width: 8,
        opacity: bar,
      }),
  };
};

const parentsAndDoctor: Beat = (progress) => {
  const cross = path('M0 -26L0 26M-26 0L26 0', {
    stroke: ink.ok,
    width: 12,
    opacity: ease(progress, 0.4, 0.7),
  });
  return {
    still: mat + steps(5),
    moving:
      drawFigure(moved(standing, [330, 382], 1.5), ink.straw) +
      drawFigure(moved(mirrored(standing), [450, 382], 1), ink.blue) +
      drawFigure(moved(mirrored(standing), [640, 382], 1.55), ink.paper, ease(progress, 0.2, 0.5)) +
      `<g transform="translate(${stageWidth - 210} 190)">${cross}</g>`,
  };
};

/** What to do after a blow to the head: five steps, then the two rules of return. */
export const firstFiveMinutes: Scene = [
  headHits,
  everybodyStops,
  doNotMove,
  breathing,
  call,
  stay,
  noteTheTime,
  notToday,
  parentsAndDoctor,
];
