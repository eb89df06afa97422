import { expect, it } from 'vitest';
import { addedSoundArguments } from './added-sound';
import { plannedAudios } from './packaging-commands';

const plan = {
  ...{ master: '/m', folder: '/out', rungs: [], framesPerSecond: 25, durationMs: 10_000, threads: 1 },
  audios: plannedAudios(['ja', 'ru'], 1),
  blank: [] as { startMs: number; endMs: number }[],
};
const filtersOf = (offsetMs: number, blank = plan.blank) => {
  const all = addedSoundArguments({ ...plan, blank }, { stream: null, name: 'ru' }, { file: '/f', offsetMs });
  return all[all.indexOf('-af') + 1] ?? '';
};

it('takes the first sounds from the master and the others from files of their own', () => {
  expect(plan.audios).toEqual([
    { stream: 0, name: 'ja' },
    { stream: null, name: 'ru' },
  ]);
});

it('delays what begins later, cuts what begins earlier, and is as long as the picture', () => {
  expect(filtersOf(1500)).toContain('adelay=1500:all=1,apad');
  expect(filtersOf(-1500)).toContain('atrim=start=1.500,asetpts=PTS-STARTPTS,apad');
  expect(filtersOf(0)).toMatch(/aresample=48000,apad$/);
});

it('silences withdrawn parts in the times of the picture', () => {
  const blank = [{ startMs: 2_000, endMs: 4_000 }];
  expect(filtersOf(-500, blank)).toMatch(
    /apad,asetnsamples=n=240:p=0,volume=volume=0:enable='between\(t,2\.000,4\.000\)'$/,
  );
});
