import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { masterName } from '../../rules/media-path';
import { type PackagingPlan, rungName, soundFolder } from '../../rules/packaging-commands';
import { h264Codec, headerOf, masterPlaylist, type Rate, rateOf, segmentsOf } from '../../rules/playlist';
import { joinFiles } from './scratch.server';

interface Track {
  uri: string;
  rate: Rate;
  bytes: number;
  header: Uint8Array;
  /** The track's files in order, header first. */
  files: string[];
}

/** Reads back what the encoder wrote for one quality or sound. */
async function readTrack(folder: string, name: string): Promise<Track> {
  const playlist = await readFile(join(folder, name, 'index.m3u8'), 'utf8');
  const header = join(folder, name, headerOf(playlist) ?? '');
  const segments = await Promise.all(
    segmentsOf(playlist).map(async ({ uri, seconds }) => {
      const file = join(folder, name, uri);
      return { file, seconds, bytes: (await stat(file)).size };
    }),
  );
  return {
    uri: `${name}/index.m3u8`,
    rate: rateOf(segments),
    bytes: segments.reduce((sum, segment) => sum + segment.bytes, 0),
    header: await readFile(header),
    files: [header, ...segments.map((segment) => segment.file)],
  };
}

/** Bytes of each track by its name. */
export type TrackBytes = ReadonlyMap<string, number>;

/** Writes the master playlist with real rates and codecs; labels are by place of the sound. */
export async function writeMasterPlaylist(
  plan: PackagingPlan,
  sounds: readonly { lang: string; label: string }[],
): Promise<TrackBytes> {
  const bytes = new Map<string, number>();
  const videos = [];
  for (const rung of plan.rungs) {
    const track = await readTrack(plan.folder, rungName(rung));
    bytes.set(rungName(rung), track.bytes);
    const codec = h264Codec(track.header);
    if (!codec) throw new Error(`No picture in the packaged ${rungName(rung)}`);
    const { width, height } = rung;
    videos.push({
      uri: track.uri,
      rate: track.rate,
      width,
      height,
      codec,
      framesPerSecond: plan.framesPerSecond,
    });
  }
  const audios = [];
  for (const [index, audio] of plan.audios.entries()) {
    const track = await readTrack(plan.folder, soundFolder(audio));
    bytes.set(soundFolder(audio), track.bytes);
    const { lang, label } = sounds[index] ?? { lang: 'und', label: audio.name };
    audios.push({ uri: track.uri, rate: track.rate, lang, label });
  }
  await writeFile(join(plan.folder, masterName), masterPlaylist(videos, audios));
  return bytes;
}

/** Puts a track's segments together as one file beside the packaging folder; gives its path. */
export async function joinTrack(plan: PackagingPlan, name: string): Promise<string> {
  const joined = join(plan.folder, '..', `${name}.joined.mp4`);
  await joinFiles((await readTrack(plan.folder, name)).files, joined);
  return joined;
}
