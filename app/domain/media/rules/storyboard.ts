import type { Rung } from './ladder';

/** Seconds that one picture of the storyboard stands for. */
export const tileSeconds = 5;
/** Pixels of a picture's longer side. */
const tileSide = 160;
/**
 * Pictures beside and below each other on one sheet. A sheet of 25 stands for two minutes and weighs some 80 KB, so
 * that on a link of 100 kbit/s the sound goes on while the next sheet comes; a sheet of 100 would hold it up.
 */
const columns = 5;
const rows = 5;
const perSheet = columns * rows;

export const storyboardName = 'storyboard.vtt';
/** As the encoder counts them, from 1. */
export const sheetName = (sheet: number): string => `storyboard-${String(sheet).padStart(3, '0')}.jpg`;
export const sheetPattern = 'storyboard-%03d.jpg';

const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);

/** One picture in pixels, in the shape of the recording. */
export function tileSize({ width, height }: Pick<Rung, 'width' | 'height'>): {
  width: number;
  height: number;
} {
  const scale = Math.min(1, tileSide / Math.max(width, height));
  return { width: even(width * scale), height: even(height * scale) };
}

export const tileCount = (durationMs: number): number =>
  Math.max(1, Math.ceil(durationMs / 1000 / tileSeconds));

export const sheetCount = (durationMs: number): number => Math.ceil(tileCount(durationMs) / perSheet);

/** WebVTT times: 01:02:03.400. */
function vttTime(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(ms % 1000).padStart(3, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`;
}

/** The list of pictures: for each five seconds the part of a sheet that shows them (media fragment `xywh`). */
export function storyboardVtt(durationMs: number, tile: { width: number; height: number }): string {
  const cues = Array.from({ length: tileCount(durationMs) }, (_, index) => {
    const from = index * tileSeconds * 1000;
    const to = Math.min(durationMs, from + tileSeconds * 1000);
    const place = index % perSheet;
    const x = (place % columns) * tile.width;
    const y = Math.floor(place / columns) * tile.height;
    const sheet = sheetName(Math.floor(index / perSheet) + 1);
    return `${vttTime(from)} --> ${vttTime(to)}\n${sheet}#xywh=${x},${y},${tile.width},${tile.height}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/**
 * Draws the sheets from the packaged lowest quality, which is one file of ours already: the master is not read again.
 * Only key frames are looked at (every two seconds), and the first one of each five seconds is taken; the last one is
 * repeated once, because the last seconds may hold none.
 */
export function storyboardArguments(plan: {
  folder: string;
  durationMs: number;
  picture: string;
  rung: Pick<Rung, 'width' | 'height'>;
}): string[] {
  const { width, height } = tileSize(plan.rung);
  const first = `isnan(prev_selected_t)+gt(floor(t/${tileSeconds}),floor(prev_selected_t/${tileSeconds}))`;
  const drawn = [
    `select='${first}'`,
    `scale=${width}:${height}:flags=area,setsar=1`,
    'tpad=stop=1:stop_mode=clone',
    `tile=${columns}x${rows}`,
  ];
  return [
    ...['-hide_banner', '-nostdin', '-v', 'error', '-y', '-progress', 'pipe:1', '-skip_frame', 'nokey'],
    ...['-protocol_whitelist', 'file,pipe', '-f', 'mov', '-i', `file:${plan.picture}`],
    ...['-an', '-vf', drawn.join(','), '-fps_mode', 'passthrough', '-map_metadata', '-1'],
    ...['-frames:v', String(sheetCount(plan.durationMs)), '-q:v', '7', '-f', 'image2', '-start_number', '1'],
    `${plan.folder}/${sheetPattern}`,
  ];
}
