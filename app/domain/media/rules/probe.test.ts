import { describe, expect, it } from 'vitest';
import { readProbe } from './probe';

const video = {
  codec_type: 'video',
  width: 1920,
  height: 1080,
  avg_frame_rate: '30000/1001',
  sample_aspect_ratio: '1:1',
};
const json = (streams: object[], duration = '60.5') => JSON.stringify({ format: { duration }, streams });

describe('probe', () => {
  it('reads size, length, rate and languages', () => {
    const audio = [{ codec_type: 'audio', tags: { language: 'jpn' } }, { codec_type: 'audio' }];
    const probed = readProbe(json([video, ...audio]));
    expect(probed).toMatchObject({ durationMs: 60_500, width: 1920, height: 1080, audioLangs: ['ja', null] });
    expect('framesPerSecond' in probed && probed.framesPerSecond).toBeCloseTo(29.97);
  });

  it('turns an upright phone picture', () => {
    expect(readProbe(json([{ ...video, side_data_list: [{ rotation: -90 }] }]))).toMatchObject({
      width: 1080,
      height: 1920,
    });
  });

  it('counts the shape of the pixels', () => {
    expect(
      readProbe(json([{ ...video, width: 720, height: 576, sample_aspect_ratio: '64:45' }])),
    ).toMatchObject({
      width: 1024,
      height: 576,
    });
  });

  it('refuses what is no recording', () => {
    expect(readProbe('not json')).toEqual({ refused: 'master-unreadable' });
    expect(readProbe('{}')).toEqual({ refused: 'master-unreadable' });
    expect(readProbe(json([{ codec_type: 'audio' }]))).toEqual({ refused: 'master-without-picture' });
    expect(readProbe(json([{ ...video, disposition: { attached_pic: 1 } }]))).toEqual({
      refused: 'master-without-picture',
    });
    expect(readProbe(json([video], 'N/A'))).toEqual({ refused: 'master-too-short' });
    expect(readProbe(json([video], '0.04'))).toEqual({ refused: 'master-too-short' });
  });
});
