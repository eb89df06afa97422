import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel } from './in-parallel';

it('works on everything once, never on more than the limit at the same time', async () => {
  const [done, under]: [number[], { now: number; most: number }] = [[], { now: 0, most: 0 }];
  const items = Array.from({ length: 20 }, (_, index) => index);
  await inParallel(items, 4, async (item) => {
    under.now += 1;
    under.most = Math.max(under.most, under.now);
    await wait(item % 3);
    under.now -= 1;
    done.push(item);
  });
  expect([done.sort((a, b) => a - b), under]).toEqual([items, { now: 0, most: 4 }]);
  await inParallel([], 4, () => Promise.reject(new Error('never')));
});

it('begins nothing after a failure, and tells it once all have ended', async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const failing = inParallel([0, 1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    await wait(item === 0 ? 30 : 1);
    if (item === 1) throw new Error('no room');
    ended.push(item);
  });
  await expect(failing).rejects.toThrow('no room');
  expect([begun, ended]).toEqual([[0, 1], [0]]);
});
