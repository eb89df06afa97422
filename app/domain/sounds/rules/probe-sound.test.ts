import { expect, it } from 'vitest';
import { readSoundProbe } from './probe-sound';

const probe = (streams: object[], duration = '12.5') =>
  readSoundProbe(JSON.stringify({ format: { duration }, streams }));

it('reads the length of the first sound, whatever lies beside it', () => {
  const picture = { codec_type: 'video' };
  expect(probe([picture, { codec_type: 'audio', sample_rate: '48000' }])).toEqual({ durationMs: 12_500 });
  expect(probe([{ codec_type: 'audio', sample_rate: '44100', duration: '3.25' }])).toEqual({
    durationMs: 3250,
  });
});

it('refuses what holds no sound, and what is nothing at all', () => {
  expect(probe([{ codec_type: 'video' }])).toEqual({ refused: 'without-sound' });
  expect(probe([{ codec_type: 'audio', sample_rate: '48000' }], 'N/A')).toEqual({ refused: 'unreadable' });
  expect(readSoundProbe('{}')).toEqual({ refused: 'unreadable' });
  expect(readSoundProbe('')).toEqual({ refused: 'unreadable' });
});
