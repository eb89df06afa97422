import type { PackagedFile } from '../providers/video-provider';
import { plannedAudios, posterName } from './packaging-commands';

/** The playback list of a Mux asset stands for its qualities; the pictures are made when they are asked for. */
export const muxStoryboard = 'storyboard.vtt';

type Track = { lang: string; origin: string };

/** The language of the sound that Mux finds in the master itself; null where that is silent or nobody named it. */
export const floorLang = ([first]: readonly Track[]): string | null =>
  first?.origin === 'master' ? first.lang : null;

/** The sounds that Mux is given beside the master: all but the master's first one. `name`: of their files here. */
export const soundsBeside = (tracks: readonly Track[]): { lang: string; name: string }[] =>
  plannedAudios(tracks.map(({ lang }) => lang))
    .map(({ name }, place) => ({ lang: tracks[place]?.lang ?? '', name }))
    .slice(floorLang(tracks) === null ? 0 : 1);

type StaticFile = {
  name?: string | undefined;
  ext?: string | undefined;
  filesize?: string | undefined;
  height?: number | undefined;
  status?: string | undefined;
};

/** Whether every file that was ordered is there, or never will be. */
export const areSettled = (files: readonly StaticFile[]): boolean =>
  files.every(({ status }) => status !== 'preparing');

/** Heights and bytes of the qualities that a master playlist offers; the bytes are reckoned from their rates. */
export function listedQualities(playlist: string, durationMs: number): { height: number; bytes: number }[] {
  const found = new Map<number, number>();
  for (const [, attributes = ''] of playlist.matchAll(/^#EXT-X-STREAM-INF:(.*)$/gm)) {
    const [, width, height] = /\bRESOLUTION=(\d+)x(\d+)/.exec(attributes) ?? [];
    const rate = /\bAVERAGE-BANDWIDTH=(\d+)/.exec(attributes) ?? /\bBANDWIDTH=(\d+)/.exec(attributes);
    if (!width || !height || !rate) continue;
    const shorter = Math.min(Number(width), Number(height));
    const bytes = Math.round((Number(rate[1]) / 8) * (durationMs / 1000));
    found.set(shorter, Math.max(found.get(shorter) ?? 0, bytes));
  }
  return [...found].map(([height, bytes]) => ({ height, bytes }));
}

/** What a version at Mux offers. `lang`: of the sound that came with the master. */
export function muxFiles(
  qualities: readonly { height: number; bytes: number }[],
  files: readonly StaticFile[],
  lang: string | null,
): PackagedFile[] {
  const small = files.flatMap(({ name, ext, filesize, height, status }): PackagedFile[] => {
    if (status !== 'ready' || !name) return [];
    const bytes = Number(filesize ?? 0);
    return ext === 'm4a'
      ? [{ kind: 'audio', lang, height: null, bytes, path: name }]
      : [{ kind: 'single', lang, height: height ?? null, bytes, path: name }];
  });
  return [
    ...qualities.map(
      ({ height, bytes }): PackagedFile => ({
        kind: 'hls',
        lang: null,
        ...{ height, bytes, path: `hls-${height}` },
      }),
    ),
    ...small,
    { kind: 'poster', lang: null, height: null, bytes: 0, path: posterName },
    { kind: 'storyboard', lang: null, height: null, bytes: 0, path: muxStoryboard },
  ];
}
