import MuxPlayer, { type MuxPlayerRefAttributes } from '@mux/mux-player-react';
import { addTranslation, setLanguage } from 'media-chrome/dist/utils/i18n.js';
import { createRoot } from 'react-dom/client';
import type { Addresses } from './renewal';
import type { PlayerSettings } from './settings';

/** Our own controls stand below the picture in the reader's language; these of the player would double them. */
const hidden = Object.fromEntries(
  ['captions-menu', 'audio-track-menu', 'rendition-menu', 'playback-rate', 'cast', 'airplay', 'captions'].map(
    (name) => [`--${name}-button`, 'none'],
  ),
);

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
}

function Player({ start, onReady }: { start: Start; onReady: (player: MuxPlayerRefAttributes) => void }) {
  const { settings, addresses, at, audio } = start;
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
      defaultHiddenCaptions
      accentColor="#4cc0de"
      style={hidden}
      onLoadedMetadata={({ target }) => setAudio(target as MuxPlayerRefAttributes, audio)}
    >
      {settings.captions.map(({ lang, label, url }) => (
        <track key={url} kind="captions" srcLang={lang ?? ''} label={label} src={addresses.current(url)} />
      ))}
    </MuxPlayer>
  );
}

/** Puts the full player into `place` and starts it at `at` seconds. Resolves once it is there. */
export function mountFullPlayer(place: HTMLElement, start: Start) {
  withoutCasting();
  addTranslation(start.settings.lang, start.settings.controls);
  setLanguage(start.settings.lang);
  const root = createRoot(place);
  return new Promise<{
    media: MuxPlayerRefAttributes;
    setAudio: (lang: string | null) => void;
    remove: () => void;
  }>((resolve) => {
    root.render(
      <Player
        start={start}
        onReady={(media) =>
          resolve({ media, setAudio: (lang) => setAudio(media, lang), remove: () => root.unmount() })
        }
      />,
    );
  });
}
