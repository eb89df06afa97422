import { correction } from './follow';

/** Milliseconds between two looks while the picture plays. */
const LOOK = 100;

/** Keeps a sound where it belongs beside a picture: it plays, pauses and jumps with it. `offset`: milliseconds. */
export function followPicture(video: HTMLVideoElement, sound: HTMLAudioElement, offset: () => number) {
  const standing = () => ({
    ...{ picture: video.currentTime, sound: sound.currentTime, offsetMs: offset() },
    length: Number.isFinite(sound.duration) ? sound.duration : Number.POSITIVE_INFINITY,
  });
  const place = () => {
    const { offsetMs, length } = standing();
    const wanted = video.currentTime - offsetMs / 1000;
    if (wanted >= 0 && wanted < length) sound.currentTime = wanted;
  };
  const look = () => {
    const isRunning = !video.paused && !video.seeking && video.readyState > 2;
    if (sound.seeking) return;
    const next = correction(standing());
    if (!isRunning || next.kind === 'silent') return sound.pause();
    if (next.kind === 'seek') sound.currentTime = next.to;
    sound.playbackRate = video.playbackRate * (next.kind === 'pace' ? next.factor : 1);
    if (sound.paused) void sound.play().catch(() => undefined);
  };
  setInterval(() => (video.paused ? undefined : look()), LOOK);
  video.addEventListener('play', look);
  for (const name of ['pause', 'waiting']) video.addEventListener(name, () => sound.pause());
  video.addEventListener('seeked', place);
  sound.addEventListener('loadedmetadata', place);
  return {
    /** The offset is another one: heard at once. */
    shift() {
      place();
      if (!video.paused) look();
    },
  };
}
