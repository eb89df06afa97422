import { fromZero, guardedSound } from '~/platform/programs/sound-input';
import {
  EVENED,
  type PackagingPlan,
  type PlannedAudio,
  packagedSound,
  quiet,
  segmentSeconds,
  silenced,
  soundFolder,
} from './packaging-commands';

/** Silence before a sound that begins later than the picture; of one that begins earlier the beginning is cut off. */
function shifted(offsetMs: number): string[] {
  if (offsetMs > 0) return [`adelay=${offsetMs}:all=1`];
  if (offsetMs === 0) return [];
  return [`atrim=start=${(-offsetMs / 1000).toFixed(3)}`, 'asetpts=PTS-STARTPTS'];
}

/**
 * An added sound as a track of its own beside the master's: evened like them, shifted by its offset, silent where it says
 * nothing and where parts were withdrawn, as long as the picture. The track's folder must be there.
 */
export function addedSoundArguments(
  plan: PackagingPlan,
  audio: PlannedAudio,
  { file, offsetMs }: { file: string; offsetMs: number },
): string[] {
  const filters = [fromZero, EVENED, 'aresample=48000', ...shifted(offsetMs), 'apad', ...silenced(plan)];
  const folder = `${plan.folder}/${soundFolder(audio)}`;
  return [
    ...[...quiet, '-progress', 'pipe:1', ...guardedSound(file)],
    ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-af', filters.join(','), ...packagedSound],
    ...['-t', (plan.durationMs / 1000).toFixed(3), '-map_metadata', '-1'],
    ...['-f', 'hls', '-hls_time', String(segmentSeconds), '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_flags', 'independent_segments'],
    ...['-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', `${folder}/%05d.m4s`],
    `${folder}/index.m3u8`,
  ];
}
