import type { Addresses } from './renewal';
import type { Mode, PlayerFile, PlayerSettings } from './settings';

const inLang = (files: readonly PlayerFile[], lang: string | null): PlayerFile | undefined =>
  files.find((file) => file.lang === lang) ?? files[0];

/** The browser's own player on one small file; changes of sound or address keep the second. */
export function smallPlayer(video: HTMLVideoElement, settings: PlayerSettings, addresses: Addresses) {
  let file: PlayerFile | undefined;
  let wanted = settings.startAt;
  const load = (isPlaying = !video.paused) => {
    if (!file) return;
    if (video.readyState > 0) wanted = video.currentTime;
    video.src = addresses.current(file.url);
    if (isPlaying) void video.play().catch(() => undefined);
  };
  video.addEventListener('loadedmetadata', () => {
    if (Math.abs(video.currentTime - wanted) > 0.5) video.currentTime = wanted;
  });
  return {
    media: video,
    /** Takes the file for a mode and a sound; nothing is loaded before it plays. */
    choose(mode: Mode, lang: string | null) {
      const next = inLang(mode === 'audio' ? settings.audios : settings.singles, lang);
      if (!next || next === file) return;
      file = next;
      load();
    },
    /** Goes on at a second where another player stopped. */
    playFrom(seconds: number) {
      wanted = seconds;
      if (video.readyState > 0) video.currentTime = seconds;
      void video.play().catch(() => undefined);
    },
    /** The address changed: a paused player takes it at once, a playing one when it stops. */
    refresh() {
      if (video.paused) load(false);
      else video.addEventListener('pause', () => load(false), { once: true });
    },
    reload: load,
  };
}
