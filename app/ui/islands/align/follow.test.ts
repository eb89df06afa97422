import { expect, it } from 'vitest';
import { correction } from './follow';

const at = (picture: number, sound: number, offsetMs: number) =>
  correction({ picture, sound, offsetMs, length: 60 });

it('a sound with an offset begins so much later than the picture', () => {
  expect(at(1, 0, 1500)).toEqual({ kind: 'silent' });
  expect(at(2, 0, 1500)).toEqual({ kind: 'seek', to: 0.5 });
  expect(at(0, 0, -1500)).toEqual({ kind: 'seek', to: 1.5 });
});

it('is silent when it is over', () => {
  expect(at(61, 60, 0)).toEqual({ kind: 'silent' });
  expect(at(59, 60, -1500)).toEqual({ kind: 'silent' });
});

it('a little drift is made up by the pace, none by none', () => {
  expect(at(10, 10.005, 0)).toEqual({ kind: 'pace', factor: 1 });
  expect(at(10.02, 10, 0)).toMatchObject({ kind: 'pace', factor: expect.closeTo(1.04, 5) });
  expect(at(10, 10.1, 0)).toEqual({ kind: 'pace', factor: 0.92 });
});
