import type { FreshAddresses, SmallFile } from '../types';
import { posterName } from './packaging-commands';

type Rendition = { kind: string; lang: string | null; height: number | null; bytes: bigint; path: string };
type Asset = { audioTracks: readonly { lang: string; label: string }[] };
type Addresses = { hls(captionLangs: readonly string[]): string; file(path: string): string };

/** The qualities of the adaptive list, the lowest first. */
export const qualitiesOf = (renditions: readonly Rendition[]): { height: number; bytes: number }[] =>
  renditions
    .flatMap(({ kind, height, bytes }) =>
      kind === 'hls' && height ? [{ height, bytes: Number(bytes) }] : [],
    )
    .sort((a, b) => a.height - b.height);

export function storyboardOf(renditions: readonly Rendition[], addresses: Addresses): string | null {
  const list = renditions.find(({ kind }) => kind === 'storyboard');
  return list ? addresses.file(list.path) : null;
}

/** In the order of the asset's sounds: the floor first. */
export function smallFiles(
  { audioTracks }: Asset,
  renditions: readonly Rendition[],
  kind: 'single' | 'audio',
  addresses: Addresses,
): SmallFile[] {
  const place = (lang: string | null) => audioTracks.findIndex((track) => track.lang === lang);
  return renditions
    .filter((rendition) => rendition.kind === kind)
    .sort((a, b) => place(a.lang) - place(b.lang))
    .map(({ lang, path, bytes }) => ({
      lang,
      label: audioTracks[place(lang)]?.label ?? '',
      url: addresses.file(path),
      bytes: Number(bytes),
    }));
}

/** Everything that a player may have loaded, by the name under which it finds it again. */
export function freshAddresses(
  asset: Asset,
  renditions: readonly Rendition[],
  addresses: Addresses,
): FreshAddresses {
  const storyboard = storyboardOf(renditions, addresses);
  const small = (['single', 'audio'] as const).flatMap((kind) =>
    smallFiles(asset, renditions, kind, addresses).map(({ lang, url }): [string, string] => [
      `${kind}:${lang ?? ''}`,
      url,
    ]),
  );
  return {
    hls: addresses.hls([]),
    poster: addresses.file(posterName),
    ...(storyboard === null ? {} : { storyboard }),
    ...Object.fromEntries(small),
  };
}
