/** Safari on phones shows only the picture itself in full. */
type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** The whole player in full, with our captions and controls; or back again. */
export function toggleFullScreen(host: HTMLElement, video: PhoneVideo): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else if (host.requestFullscreen) void host.requestFullscreen().catch(() => undefined);
  else video.webkitEnterFullscreen?.();
}

export function togglePictureInPicture(video: HTMLVideoElement): void {
  const change = document.pictureInPictureElement
    ? document.exitPictureInPicture()
    : video.requestPictureInPicture();
  void change.catch(() => undefined);
}

/**
 * Captions of the browser's own, for the views that show the picture alone (full screen by the browser's own button,
 * on phones): everywhere else our own captions stand over the picture.
 */
export function nativeCaptions(video: HTMLVideoElement, langs: () => readonly string[]) {
  const apply = () => {
    const isAlone =
      document.fullscreenElement === video ||
      ('webkitDisplayingFullscreen' in video && video.webkitDisplayingFullscreen === true);
    for (const track of Array.from(video.textTracks)) {
      if (track.kind !== 'subtitles' && track.kind !== 'captions') continue;
      track.mode = isAlone && langs().includes(track.language) ? 'showing' : 'disabled';
    }
  };
  document.addEventListener('fullscreenchange', apply);
  for (const name of ['webkitbeginfullscreen', 'webkitendfullscreen']) video.addEventListener(name, apply);
  video.textTracks.addEventListener('addtrack', apply);
  apply();
  return {
    apply,
    stop() {
      document.removeEventListener('fullscreenchange', apply);
      for (const name of ['webkitbeginfullscreen', 'webkitendfullscreen'])
        video.removeEventListener(name, apply);
      video.textTracks.removeEventListener('addtrack', apply);
    },
  };
}
