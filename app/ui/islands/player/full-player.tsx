import MuxPlayer, { type MuxPlayerRefAttributes } from '@mux/mux-player-react';
import { addTranslation, setLanguage } from 'media-chrome/dist/utils/i18n.js';
import { createRoot } from 'react-dom/client';
import type { Addresses } from './renewal';
import type { PlayerSettings } from './settings';

/** Our own controls stand below the picture in the reader's language; those of the player would double them. */
const hidden = { '--controls': 'none' };

/**
 * The player would fetch Google's sender script for casting, which our pages do not use and their policy refuses. It
 * looks first whether a script of that address stands in the page: an inert one does.
 */
function withoutCasting(): void {
  const inert = document.createElement('script');
  inert.type = 'text/plain';
  inert.src = 'https://www.gstatic.com/cv/js/sender/v1/cast_sender.js?loadCastFramework=1';
  if (!document.head.querySelector('script[src*=cast_sender]')) document.head.append(inert);
}

/** Switches to the sound of a language: all others must be off first, or two would play. */
function setAudio(player: MuxPlayerRefAttributes, lang: string | null): void {
  const tracks = Array.from(player.audioTracks ?? []);
  const wanted = tracks.find((track) => track.language === lang);
  if (!wanted || wanted.enabled) return;
  for (const track of tracks) track.enabled = false;
  wanted.enabled = true;
}

/** Plays one quality, by the pixels of its shorter side; null leaves the choice to the link. */
function setQuality(player: MuxPlayerRefAttributes, height: number | null): void {
  const renditions = Array.from(player.videoRenditions ?? []);
  const shorter = ({ width, height: own }: { width?: number; height?: number }) =>
    Math.min(width ?? Number.POSITIVE_INFINITY, own ?? Number.POSITIVE_INFINITY);
  const wanted = height === null ? -1 : renditions.findIndex((rendition) => shorter(rendition) === height);
  if (player.videoRenditions) player.videoRenditions.selectedIndex = wanted;
}

/** The browser's own element inside the player; it is there as soon as the player has drawn itself. */
async function pictureOf(player: MuxPlayerRefAttributes): Promise<HTMLVideoElement> {
  for (let tries = 0; tries < 200; tries += 1) {
    const picture = player.media?.nativeEl;
    if (picture instanceof HTMLVideoElement) return picture;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The player has no picture');
}

/**
 * Gives the player its source. The settings of streaming must be there first, which properties of the component are
 * not: segments are asked for under the token of the moment, so that a renewal is not heard or seen.
 */
function load(player: MuxPlayerRefAttributes, { settings, addresses }: Start): void {
  player._hlsConfig = {
    xhrSetup: (request: XMLHttpRequest, url: string) => {
      request.addEventListener('load', () => (request.status === 403 ? void addresses.renew() : undefined));
      request.open('GET', addresses.current(url), true);
    },
  };
  player.src = addresses.current(settings.hls);
}

interface Start {
  settings: PlayerSettings;
  addresses: Addresses;
  at: number;
  audio: string | null;
  quality: number | null;
}

function Player({ start, onReady }: { start: Start; onReady: (player: MuxPlayerRefAttributes) => void }) {
  const { settings, addresses, at, audio, quality } = start;
  return (
    <MuxPlayer
      ref={(player) => {
        if (!player) return;
        load(player, start);
        onReady(player);
      }}
      poster={addresses.current(settings.poster)}
      title={settings.title}
      startTime={at}
      streamType="on-demand"
      autoPlay
      playsInline
      disableTracking
      disableCookies
      nohotkeys
      defaultHiddenCaptions
      accentColor="#4cc0de"
      style={hidden}
      onLoadedMetadata={({ target }) => {
        const player = target as MuxPlayerRefAttributes;
        setAudio(player, audio);
        setQuality(player, quality);
      }}
    >
      {settings.captions.map(({ lang, label, url }) => (
        <track key={url} kind="captions" srcLang={lang ?? ''} label={label} src={addresses.current(url)} />
      ))}
    </MuxPlayer>
  );
}

/** Puts the full player into `place` and starts it at `at` seconds. Resolves once it is there. */
export async function mountFullPlayer(place: HTMLElement, start: Start) {
  withoutCasting();
  addTranslation(start.settings.lang, start.settings.controls);
  setLanguage(start.settings.lang);
  const root = createRoot(place);
  const media = await new Promise<MuxPlayerRefAttributes>((resolve) => {
    root.render(<Player start={start} onReady={resolve} />);
  });
  return {
    media,
    picture: await pictureOf(media),
    setAudio: (lang: string | null) => setAudio(media, lang),
    setQuality: (height: number | null) => setQuality(media, height),
    remove: () => root.unmount(),
  };
}
