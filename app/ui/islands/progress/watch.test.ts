import { describe, expect, it } from 'vitest';
import { createStretches } from './watch';

/** Plays from `from` to `to` with a report every quarter of a second. */
function play(stretches: ReturnType<typeof createStretches>, from: number, to: number, clock: number): void {
  for (let at = from; at <= to; at += 0.25)
    stretches.step({ position: at, clock: clock + at - from, rate: 1 });
}

describe('watched stretches', () => {
  it('counts what is played and no jump', () => {
    const stretches = createStretches();
    play(stretches, 0, 10, 0);
    play(stretches, 60, 65, 10.2);
    expect(stretches.take(false)).toEqual([
      [0, 10],
      [60, 65],
    ]);
    expect(stretches.take(false)).toEqual([]);
  });

  it('goes on without a gap after a part was handed over', () => {
    const stretches = createStretches();
    play(stretches, 0, 7.5, 0);
    const first = stretches.take(true);
    play(stretches, 7.75, 15, 7.75);
    expect([...first, ...stretches.take(false)]).toEqual([
      [0, 8],
      [8, 15],
    ]);
  });

  it('counts nothing that was only sought', () => {
    const stretches = createStretches();
    for (const [position, clock] of [
      [0, 0],
      [20, 0.3],
      [45, 0.6],
    ] as const) {
      stretches.step({ position, clock, rate: 1 });
    }
    expect(stretches.take(false)).toEqual([]);
  });
});
