import { describe, expect, it } from 'vitest';
import { gigabytes, lackingBytes, reservedBytes } from './limits';

describe('room on the disk', () => {
  it('counts the file, what is under way and the reserve', () => {
    expect(lackingBytes(reservedBytes + 30, 10, 20)).toBe(0);
    expect(lackingBytes(reservedBytes + 29, 10, 20)).toBe(1);
    expect(lackingBytes(null, 10 ** 15, 10 ** 15)).toBe(0);
  });
});

describe('sizes', () => {
  it('are never told smaller than they are', () => {
    expect(gigabytes(12_340_000_001)).toBe(12.4);
    expect(gigabytes(1)).toBe(0.1);
  });
});
