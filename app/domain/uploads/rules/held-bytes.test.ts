import { expect, it } from 'vitest';
import { HeldBytes, partSize } from './held-bytes';
import { maxBytes } from './limits';

it('gives parts of one length, and keeps what is none yet', () => {
  const held = new HeldBytes();
  held.add(Buffer.alloc(partSize - 1, 'a'));
  expect(held.takePart()).toBeNull();
  held.add(Buffer.concat([Buffer.from('b'), Buffer.alloc(partSize, 'c'), Buffer.from('end')]));
  expect(held.takePart()?.subarray(-2).toString()).toBe('ab');
  expect(held.takePart()?.equals(Buffer.alloc(partSize, 'c'))).toBe(true);
  expect([held.takePart(), held.length, held.all().toString()]).toEqual([null, 3, 'end']);
});

it('needs no more parts for the largest file than a bucket takes', () => {
  expect(Math.ceil(maxBytes / partSize)).toBeLessThanOrEqual(10_000);
});
