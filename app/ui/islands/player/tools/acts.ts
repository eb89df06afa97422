import { startOf } from '../frames';
import { writeStart } from '../link';
import { type Loop, noLoop, snapped, wholeLoop, withPoint } from '../loop';
import { touchesPart } from '../parts';
import { rates } from '../settings';
import { mirrorPicture } from './attach';
import { clock, element } from './dom';
import { announce, type Held, refresh } from './held';
import type { Shortcut } from './keys';
import { toggleFullScreen, togglePictureInPicture } from './screen';
import type { Actions } from './transport';

/** Never behind the end, where the recording would be over. */
export function seek(held: Held, seconds: number): void {
  if (!held.now) return;
  const last = held.parts.line.duration();
  held.now.video.currentTime = Math.min(Math.max(0, seconds), Math.max(0, last - 0.05));
}

/** A loop around seconds that are left out would jump for ever. */
export function isLoopGone({ gone }: Held, loop: Loop): boolean {
  const whole = wholeLoop(loop);
  return whole !== null && touchesPart(gone, whole.a, whole.b);
}

/** Takes a loop, whole or half; `isDone`: it is no longer dragged. */
export function setLoop(held: Held, loop: Loop, isDone: boolean): void {
  const { now, parts } = held;
  if (!now) return;
  held.loop = isDone && isLoopGone(held, loop) ? noLoop : snapped(now.clock.grid(), loop);
  parts.lane.update(held.loop);
  refresh(held);
  if (!isDone) return;
  now.looper.set(held.loop);
  const { a, b } = held.loop;
  const values = { a: clock(a ?? 0, 2), b: clock(b ?? 0, 2) };
  if (a !== null && b !== null) {
    const { currentTime } = now.video;
    if (currentTime < a || currentTime >= b) now.looper.enter();
    announce(held, 'loop-on', values);
  } else announce(held, a !== null ? 'a-is-set' : b !== null ? 'b-is-set' : 'loop-off', values);
}

/** A begins with the picture that is shown, B ends with it. */
function setPoint(held: Held, which: 'a' | 'b'): void {
  if (!held.now) return;
  const grid = held.now.clock.grid();
  const frame = held.now.clock.shown();
  const seconds = startOf(grid, which === 'a' ? frame : frame + 1);
  setLoop(held, withPoint(held.loop, which, seconds, grid.fps), true);
}

function step(held: Held, by: number): void {
  const { now } = held;
  if (!now) return;
  now.clock.step(by);
  const tell = () =>
    announce(held, 'frame', { frame: now.clock.shown() + 1, time: clock(now.video.currentTime, 2) });
  now.video.addEventListener('seeked', tell, { once: true });
}

async function copyLink(held: Held): Promise<void> {
  const { now, loop, settings, parts } = held;
  const whole = wholeLoop(loop);
  const href = writeStart(location.href, { t: whole ? null : (now?.video.currentTime ?? null), loop });
  try {
    await navigator.clipboard.writeText(href);
    announce(held, whole ? 'link-copied' : 'link-copied-here');
  } catch {
    const field = element('input', 'player-link');
    Object.assign(field, { readOnly: true, value: href, ariaLabel: settings.tools.link });
    parts.buttons.element.querySelector('.player-link')?.remove();
    parts.buttons.element.append(field);
    field.select();
  }
}

function toggle(held: Held): void {
  const video = held.now?.video;
  if (video?.paused) void video.play().catch(() => undefined);
  else video?.pause();
}

function mirror(held: Held): void {
  if (!held.now) return;
  held.isMirrored = !held.isMirrored;
  mirrorPicture(held.now, held.stage, held.isMirrored);
  announce(held, held.isMirrored ? 'mirrored' : 'not-mirrored');
  refresh(held);
}

function changeSpeed(held: Held, by: 1 | -1): void {
  const now = rates.indexOf(held.chosen().rate);
  const rate = rates[Math.min(rates.length - 1, Math.max(0, now + by))] ?? 1;
  held.onChange({ rate });
}

function goToChapter(held: Held, by: 1 | -1): void {
  const { settings, now } = held;
  if (!now) return;
  const at = now.video.currentTime;
  const target =
    by > 0
      ? settings.chapters.find(({ startSec }) => startSec > at + 0.1)
      : settings.chapters.findLast(({ startSec }) => startSec < at - 2);
  if (target) seek(held, target.startSec);
}

function toggleCaptions({ chosen, onChange, settings }: Held): void {
  const isOn = chosen().captions.some((lang) => lang !== '');
  const first = settings.captions.find(({ lang }) => lang === settings.lang) ?? settings.captions[0];
  onChange({ captions: [isOn ? '' : (first?.lang ?? ''), ''] });
}

/** What the buttons do. */
export function actionsOf(held: () => Held): Actions {
  const onVideo = (act: (video: HTMLVideoElement) => void) => {
    const { now } = held();
    if (now) act(now.video);
  };
  return {
    toggle: () => toggle(held()),
    step: (by) => step(held(), by),
    point: (which) => setPoint(held(), which),
    clearLoop: () => setLoop(held(), noLoop, true),
    copyLink: () => void copyLink(held()),
    mirror: () => mirror(held()),
    mute: () =>
      onVideo((video) => {
        video.muted = !video.muted;
      }),
    setVolume: (volume) => onVideo((video) => Object.assign(video, { volume, muted: false })),
    fullScreen: () => onVideo((video) => toggleFullScreen(held().host, video)),
    pictureInPicture: () => onVideo(togglePictureInPicture),
  };
}

/** What the keys do. */
export function actOn(held: Held, actions: Actions, name: Shortcut): void {
  const at = held.now?.video.currentTime ?? 0;
  const acts: Record<Shortcut, () => void> = {
    ...{ toggle: actions.toggle, link: actions.copyLink, mirror: actions.mirror, mute: actions.mute },
    ...{ 'full-screen': actions.fullScreen, 'clear-loop': actions.clearLoop },
    ...{ 'seek-back': () => seek(held, at - 5), 'seek-forward': () => seek(held, at + 5) },
    ...{ 'frame-back': () => actions.step(-1), 'frame-forward': () => actions.step(1) },
    ...{ slower: () => changeSpeed(held, -1), faster: () => changeSpeed(held, 1) },
    ...{ 'set-a': () => actions.point('a'), 'set-b': () => actions.point('b') },
    ...{ 'chapter-back': () => goToChapter(held, -1), 'chapter-forward': () => goToChapter(held, 1) },
    captions: () => toggleCaptions(held),
    help: () => {
      held.parts.help.open = !held.parts.help.open;
    },
  };
  acts[name]();
}
