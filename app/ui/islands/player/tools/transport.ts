import type { PlayerSettings } from '../settings';
import { type Button, button, clock, element } from './dom';

/** What the buttons under the picture do. */
export interface Actions {
  toggle(): void;
  step(by: number): void;
  point(which: 'a' | 'b'): void;
  clearLoop(): void;
  copyLink(): void;
  mirror(): void;
  mute(): void;
  setVolume(volume: number): void;
  fullScreen(): void;
  pictureInPicture(): void;
}

/** What the buttons show. */
export interface Shown {
  isPaused: boolean;
  isMirrored: boolean;
  isMuted: boolean;
  volume: number;
  seconds: number;
  duration: number;
  hasA: boolean;
  hasB: boolean;
}

function volumeSlider(settings: PlayerSettings, actions: Actions) {
  const range = element('input', 'player-volume');
  Object.assign(range, { type: 'range', min: '0', max: '1', step: '0.05' });
  range.setAttribute('aria-label', settings.controls.volume ?? settings.tools.sound);
  range.addEventListener('input', () => actions.setVolume(Number(range.value)));
  return range;
}

function soundGroup(settings: PlayerSettings, actions: Actions) {
  const { tools } = settings;
  const mute = button({ icon: 'sound' }, tools.mute, actions.mute);
  const volume = volumeSlider(settings, actions);
  return {
    elements: [mute.element, volume],
    update({ isMuted, volume: now }: Shown) {
      mute.change(isMuted ? 'silent' : 'sound', isMuted ? tools.unmute : tools.mute);
      volume.value = String(isMuted ? 0 : now);
    },
  };
}

function loopGroup({ tools }: PlayerSettings, actions: Actions) {
  const a = button({ text: 'A' }, tools['set-a'], () => actions.point('a'));
  const b = button({ text: 'B' }, tools['set-b'], () => actions.point('b'));
  const link = button({ text: tools['link-short'] }, tools.link, actions.copyLink);
  const clear = button({ text: '×' }, tools['clear-loop'], actions.clearLoop);
  return {
    elements: [a, b, clear, link].map((each) => each.element),
    update({ hasA, hasB }: Shown) {
      a.press(hasA);
      b.press(hasB);
      clear.element.disabled = !hasA && !hasB;
    },
  };
}

/** Named groups, so that a screen reader can tell what belongs together. */
function group(name: string, elements: readonly Node[]): HTMLElement {
  const made = element('div', 'player-group', ...elements);
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', name);
  return made;
}

const elementOf = ({ element: own }: Button) => own;

/** Play, pictures, loop, mirror, sound, screen: the buttons under the timeline. */
export function transport(settings: PlayerSettings, actions: Actions) {
  const { tools } = settings;
  const play = button({ icon: 'play' }, tools.play, actions.toggle);
  const back = button({ icon: 'back' }, tools['frame-back'], () => actions.step(-1));
  const forward = button({ icon: 'forward' }, tools['frame-forward'], () => actions.step(1));
  const mirror = button({ icon: 'mirror' }, tools.mirror, actions.mirror);
  const picture = button({ icon: 'picture' }, tools['picture-in-picture'], actions.pictureInPicture);
  const full = button({ icon: 'full' }, tools['full-screen'], actions.fullScreen);
  picture.element.hidden = !document.pictureInPictureEnabled;
  const time = element('span', 'player-time num');
  const [loop, sound] = [loopGroup(settings, actions), soundGroup(settings, actions)];
  const row = element(
    'div',
    'player-transport',
    group(tools.playing, [...[play, back, forward].map(elementOf), time]),
    group(tools.loop, loop.elements),
    group(tools.sound, sound.elements),
    group(tools.screen, [mirror, picture, full].map(elementOf)),
  );
  let state = '';
  return {
    element: row,
    focus: () => play.element.focus({ preventScroll: true }),
    update(shown: Shown) {
      time.textContent = `${clock(shown.seconds)} / ${clock(shown.duration)}`;
      const now = JSON.stringify({ ...shown, seconds: 0 });
      if (now === state) return;
      state = now;
      play.change(shown.isPaused ? 'play' : 'pause', shown.isPaused ? tools.play : tools.pause);
      mirror.press(shown.isMirrored);
      loop.update(shown);
      sound.update(shown);
    },
  };
}
