import { expect, it } from 'vitest';
import { noLoop } from './loop';
import { firstSecond } from './position';

const now = 1_000_000_000;
const facts = { kept: null, server: 40, isSignedIn: true, durationSec: 600, now };
const none = { t: null, loop: noLoop };
const kept = (position: number, agoMs: number) => ({ position, at: now - agoMs });

it('begins where a link says', () => {
  expect(firstSecond({ t: 7, loop: noLoop }, facts)).toBe(7);
  expect(firstSecond({ t: null, loop: { a: 12.4, b: 15 } }, facts)).toBe(12.4);
  expect(firstSecond({ t: 7, loop: { a: 12.4, b: 15 } }, facts)).toBe(7);
  expect(firstSecond({ t: 9999, loop: noLoop }, facts)).toBe(600);
});

it('goes on where the server says, unless this device was there a moment ago', () => {
  expect(firstSecond(none, facts)).toBe(40);
  expect(firstSecond(none, { ...facts, kept: kept(55, 2_000) })).toBe(55);
  expect(firstSecond(none, { ...facts, kept: kept(55, 3_600_000) })).toBe(40);
});

it('remembers on the device alone for visitors', () => {
  const visitor = { ...facts, server: 0, isSignedIn: false };
  expect(firstSecond(none, { ...visitor, kept: kept(55, 3_600_000) })).toBe(55);
  expect(firstSecond(none, visitor)).toBe(0);
});

it('begins again after the end', () => {
  expect(firstSecond(none, { ...facts, server: 598 })).toBe(0);
});
