import { followPicture } from './align/follower';
import { keepAddresses } from './align/freshen';
import { readSettings, type Step } from './align/settings';
import { alignTools } from './align/tools';

/** By the place of the key, so that every layout has the same ones: the three rows are a second, 100 and 10 ms. */
const KEYS: Readonly<Record<string, Step>> = {
  KeyQ: -1000,
  KeyW: 1000,
  KeyA: -100,
  KeyS: 100,
  KeyZ: -10,
  KeyX: 10,
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'range';

/** Plays a recording and an added sound together and shifts the sound against the picture; the form works without it. */
export default function start(host: HTMLElement): void {
  const [video, sound] = [host.querySelector('video'), host.querySelector('audio')];
  const field = host.querySelector<HTMLInputElement>('input[name=offset]');
  if (!video || !sound || !field) return;
  const offset = () => Math.trunc(Number(field.value)) || 0;
  const follower = followPicture(video, sound, offset);
  const shift = (by: Step) => {
    field.value = String(offset() + by);
    follower.shift();
  };
  sound.controls = false;
  sound.after(alignTools(readSettings(host), { video, sound }, shift));
  field.addEventListener('input', () => follower.shift());
  host.addEventListener('keydown', (event) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const by = hasModifier || isTyping(event.target) ? undefined : KEYS[event.code];
    if (by === undefined) return;
    event.preventDefault();
    shift(by);
  });
  keepAddresses(host, [video, sound]);
}
