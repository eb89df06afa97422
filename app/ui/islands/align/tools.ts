import { type AlignSettings, type Step, steps } from './settings';

function volume(text: string, part: HTMLMediaElement): HTMLElement {
  const field = document.createElement('label');
  field.className = 'field';
  const words = document.createElement('span');
  words.textContent = text;
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: '0', max: '1', step: '0.05', value: String(part.volume) });
  slider.addEventListener('input', () => {
    part.volume = Number(slider.value);
    part.muted = false;
  });
  field.append(words, slider);
  return field;
}

/** Two volumes, and the buttons that shift the sound. */
export function alignTools(
  { labels, steps: words }: AlignSettings,
  { video, sound }: { video: HTMLVideoElement; sound: HTMLAudioElement },
  onShift: (by: Step) => void,
): HTMLElement {
  const tools = document.createElement('div');
  tools.className = 'stack stack-s';
  const volumes = document.createElement('div');
  volumes.className = 'row';
  volumes.append(volume(labels['picture-volume'], video), volume(labels['sound-volume'], sound));
  const row = document.createElement('div');
  row.className = 'row';
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', labels.shift);
  for (const step of steps) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-plain btn-small num';
    button.textContent = words[step];
    button.addEventListener('click', () => onShift(step));
    row.append(button);
  }
  const keys = document.createElement('p');
  keys.className = 'quiet';
  keys.textContent = labels.keys;
  tools.append(volumes, row, keys);
  return tools;
}
