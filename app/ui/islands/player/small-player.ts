import type { Addresses } from './renewal';
import type { Mode, PlayerFile, PlayerSettings } from './settings';

const inLang = (files: readonly PlayerFile[], lang: string | null): PlayerFile | undefined =>
  files.find((file) => file.lang === lang) ?? files[0];

/** The browser's own player on one small file; changes of sound or address keep the second. */
export function smallPlayer(video: HTMLVideoElement, settings: PlayerSettings, addresses: Addresses) {
  let file: PlayerFile | undefined;
  const load = () => {
    if (!file) return;
    const { currentTime, paused, playbackRate } = video;
    video.src = addresses.current(file.url);
    video.addEventListener(
      'loadedmetadata',
      () => {
        video.currentTime = currentTime;
        video.playbackRate = playbackRate;
        if (!paused) void video.play();
      },
      { once: true },
    );
    if (!paused) video.load();
  };
  return {
    media: video,
    choose(mode: Mode, lang: string | null) {
      const next = inLang(mode === 'audio' ? settings.audios : settings.singles, lang);
      if (!next || next === file) return;
      file = next;
      load();
    },
    /** The address changed: a paused player takes it at once, a playing one when it stops. */
    refresh() {
      if (video.paused) load();
      else video.addEventListener('pause', load, { once: true });
    },
    reload: load,
  };
}
