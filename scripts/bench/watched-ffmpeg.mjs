// @ts-check
import fs from 'node:fs';
import path from 'node:path';

/**
 * A program in place of ffmpeg that runs it and notes how long it took, and the same for ffprobe beside it.
 * @param {string} folder @param {string} ffmpeg
 */
export function watchFfmpeg(folder, ffmpeg) {
  const log = path.join(folder, 'ffmpeg-runs');
  fs.writeFileSync(log, '');
  const write = (/** @type {string} */ name, /** @type {string} */ program) => {
    const file = path.join(folder, name);
    const text = `#!/bin/sh\nbegun=$(date +%s%N)\n"${program}" "$@"\ncode=$?\necho "$begun $(date +%s%N)" >> "${log}"\nexit $code\n`;
    fs.writeFileSync(file, text, { mode: 0o755 });
    return file;
  };
  write('watched-ffprobe', ffmpeg.replace(/ffmpeg$/, 'ffprobe'));
  return {
    program: write('watched-ffmpeg', ffmpeg),
    /** Seconds that the programs ran, one after the other. */
    seconds: () =>
      fs
        .readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .reduce((sum, line) => {
          const [begun = 0n, ended = 0n] = line.split(' ').map(BigInt);
          return sum + Number(ended - begun) / 1e9;
        }, 0),
  };
}
