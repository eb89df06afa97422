/** What a playback address asks for, below `/media/<token>/<assetId>/`. */
export type MediaRequest =
  | { kind: 'file'; path: string; contentType: string }
  | { kind: 'master'; captionLangs: string[] }
  | { kind: 'parts' }
  | { kind: 'caption-playlist'; lang: string }
  | { kind: 'caption-text'; lang: string };

const contentTypes: Record<string, string> = {
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/iso.segment',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  jpg: 'image/jpeg',
  vtt: 'text/vtt; charset=utf-8',
};

export const playlistType = contentTypes.m3u8 ?? '';

/** The master playlist's name inside a packaged version. */
export const masterName = 'master.m3u8';

const fileName = /^(?:[a-z0-9-]{1,40}\/)?[a-z0-9_-]{1,40}\.([a-z0-9]{3,4})$/;
/** Where a player learns which parts nobody sees any more. */
export const partsName = 'parts.json';

const captionName = /^captions\/([a-z]{2,3})\.(m3u8|vtt)$/;

/**
 * Reads the path below the asset; null when nothing of that shape is ever served. At most one folder and names of
 * lower-case letters, digits, hyphens and underscores, so that no path leads out of the asset.
 */
export function parseMediaPath(path: string, query: URLSearchParams): MediaRequest | null {
  if (path === masterName) {
    const langs = (query.get('captions') ?? '').split(',');
    return { kind: 'master', captionLangs: [...new Set(langs)].filter((lang) => /^[a-z]{2,3}$/.test(lang)) };
  }
  if (path === partsName) return { kind: 'parts' };
  const caption = captionName.exec(path);
  if (caption?.[1])
    return { kind: caption[2] === 'vtt' ? 'caption-text' : 'caption-playlist', lang: caption[1] };
  const contentType = contentTypes[fileName.exec(path)?.[1] ?? ''];
  return contentType ? { kind: 'file', path, contentType } : null;
}

/** Where one packaged version lies in storage. */
export const versionFolder = (assetId: string, version: number): string =>
  `${assetFolder(assetId)}${version}/`;

/** Everything packaged of an asset; its master lies elsewhere. */
export const assetFolder = (assetId: string): string => `media/${assetId}/`;

/** Address of the folder in which one viewer finds an asset at our own place. */
export const playbackFolder = (token: string, assetId: string): string => `/media/${token}/${assetId}/`;
