/** Own drawings for paper, in millimetres, as SVG paths: қошқар мүйіз (ram's horns) and asanoha. */

/** Two decimals: enough for paper, and the same text whatever the last bit of a sine is. */
export const mm = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/**
 * One pair of ram's horns standing at (0, 0) and growing to y = -`size`: a stem that parts into two
 * volutes. `turn` degrees clockwise, then moved to (x, y).
 */
export function horns(x: number, y: number, size: number, turn: number): string {
  const k = size / 10;
  const arc = (radius: number, sweep: 0 | 1, toX: number, toY: number) =>
    `A${mm(radius * k)} ${mm(radius * k)} 0 0 ${sweep} ${mm(toX * k)} ${mm(toY * k)}`;
  const horn = (side: 1 | -1) => {
    const sweep = side === 1 ? 1 : 0;
    return (
      `M0 0C0 ${mm(-3 * k)} ${mm(side * 0.2 * k)} ${mm(-4.5 * k)} ${mm(side * 0.6 * k)} ${mm(-6 * k)}` +
      arc(2.4, sweep, side * 5.3, -6.2) +
      arc(1.75, sweep, side * 1.9, -5.9) +
      arc(1.1, sweep, side * 4.05, -6.1)
    );
  };
  return `<path transform="translate(${mm(x)} ${mm(y)}) rotate(${turn})" d="${horn(1)}${horn(-1)}"/>`;
}

/** Asanoha (hemp leaf) over a rectangle: stars of six rhombs on a triangular lattice of side `side`. */
export function asanoha(x0: number, y0: number, width: number, height: number, side: number): string {
  const rise = (side * Math.sqrt(3)) / 2;
  const half = side / 2;
  const third = rise / 3;
  const line = (x: number, y: number, dx: number, dy: number) => `M${mm(x)} ${mm(y)}l${mm(dx)} ${mm(dy)}`;
  const cell = (x: number, y: number) =>
    line(x, y, half, -rise) +
    line(x + half, y - rise, half, rise) +
    line(x, y, half, -third) +
    line(x + side, y, -half, -third) +
    line(x + half, y - rise, 0, 2 * third) +
    line(x, y, half, third) +
    line(x + side, y, -half, third) +
    line(x + half, y + rise, 0, -2 * third);
  let d = '';
  for (let row = 0; row * rise <= height + rise; row += 1) {
    const y = y0 + row * rise;
    d += line(x0, y, width, 0);
    for (let x = x0 - (row % 2) * half; x <= x0 + width; x += side) d += cell(x, y);
  }
  return d;
}

/** Rosette of `lobes` fine loops between two radii, centred on (0, 0): the ground behind a name. */
export function rosette(inner: number, outer: number, lobes: number, strands: number): string {
  const steps = lobes * 22;
  let d = '';
  for (let strand = 0; strand < strands; strand += 1) {
    const phase = (strand * 2 * Math.PI) / strands;
    for (let step = 0; step <= steps; step += 1) {
      const angle = (step * 2 * Math.PI) / steps;
      const wave = Math.sin(lobes * angle + phase);
      const radius = (inner + outer) / 2 + ((outer - inner) / 2) * wave;
      d += `${step === 0 ? 'M' : 'L'}${mm(radius * Math.cos(angle))} ${mm(radius * Math.sin(angle))}`;
    }
  }
  return d;
}
