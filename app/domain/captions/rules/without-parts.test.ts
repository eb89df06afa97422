import { expect, it } from 'vitest';
import { withoutParts } from './without-parts';

const cue = (startMs: number, endMs: number) => ({ startMs, endMs });

it('leaves out what touches a withdrawn part, and nothing beside it', () => {
  const cues = [cue(0, 1000), cue(1000, 2000), cue(1999, 3000), cue(3000, 4000)];
  expect(withoutParts(cues, [cue(2000, 3000)])).toEqual([cue(0, 1000), cue(1000, 2000), cue(3000, 4000)]);
  expect(withoutParts(cues, [])).toEqual(cues);
});
