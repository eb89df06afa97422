import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beatAt, type DemoClip } from './clip';
import { sceneOf } from './make-demo-clip';
import { createPainter } from './paint-frames';
import { stageHeight, stageWidth } from './stage';
import { toneTrack } from './tones';

const folder = 'prisma/seed/data/captions';
const clips: DemoClip[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));

describe.each(clips)('demo clip $id', (clip) => {
  it('has a drawing for every sentence, at every moment', () => {
    const scene = sceneOf(clip);
    expect(clips.length).toBeGreaterThan(3);
    for (const beat of scene) {
      for (const progress of [0, 0.01, 0.33, 0.5, 0.77, 1]) {
        const { still, moving } = beat(progress);
        expect(still + moving).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });

  it('paints whole frames, the same ones each time', () => {
    const { index, progress } = beatAt(clip, clip.durationMs / 2);
    const picture = sceneOf(clip)[index]?.(progress) ?? { still: '', moving: '' };
    const paint = createPainter();
    const frame = Buffer.from(paint(picture));
    expect(frame.length).toBe(stageWidth * stageHeight * 4);
    expect(paint(picture).equals(frame)).toBe(true);
    expect(createPainter()(picture).equals(frame)).toBe(true);
  });

  it('sounds different in each language and the same each time', () => {
    const floor = toneTrack(clip, 'ja');
    expect(floor.equals(toneTrack(clip, 'ja'))).toBe(true);
    expect(floor.equals(toneTrack(clip, 'ru'))).toBe(false);
    expect(floor.length).toBe(toneTrack(clip, 'ru').length);
  });
});

it('finds the sentence of a moment', () => {
  const clip = {
    id: 'x',
    durationMs: 3000,
    cues: [
      { startMs: 500, endMs: 1000 },
      { startMs: 2000, endMs: 3000 },
    ],
  };
  expect(beatAt(clip, 0)).toEqual({ index: 0, progress: 0 });
  expect(beatAt(clip, 750)).toEqual({ index: 0, progress: 0.5 });
  expect(beatAt(clip, 1500)).toEqual({ index: 0, progress: 1 });
  expect(beatAt(clip, 9000)).toEqual({ index: 1, progress: 1 });
});
