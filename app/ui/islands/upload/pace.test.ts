import { expect, it } from 'vitest';
import { pacer } from './pace';

it('tells the speed of the last seconds and the time left', () => {
  const pace = pacer();
  expect(pace(0, 0, 1000)).toBeNull();
  expect(pace(500, 50, 1000)).toBeNull();
  expect(pace(2_000, 200, 1000)).toEqual({ perSecond: 100, secondsLeft: 8 });
  // A slow stretch: only the last twelve seconds count.
  expect(pace(13_000, 310, 1000)).toEqual({ perSecond: 10, secondsLeft: 69 });
});

it('begins anew when the server has less than was sent', () => {
  const pace = pacer();
  pace(0, 500, 1000);
  expect(pace(3_000, 400, 1000)).toBeNull();
  expect(pace(5_000, 600, 1000)?.perSecond).toBe(100);
});
