import type { Mode, PlayerSettings } from './settings';

interface Choice {
  value: string;
  text: string;
  lang?: string | null;
}

/** Labelled selects: they work by touch, key and screen reader everywhere. */
function select(label: string, choices: readonly Choice[], value: string, onChange: (value: string) => void) {
  const field = document.createElement('label');
  field.className = 'player-choice';
  const caption = document.createElement('span');
  caption.textContent = label;
  const element = document.createElement('select');
  for (const choice of choices) {
    const option = new Option(choice.text, choice.value, false, choice.value === value);
    if (choice.lang) option.lang = choice.lang;
    element.add(option);
  }
  element.addEventListener('change', () => onChange(element.value));
  field.append(caption, element);
  return field;
}

/** What the viewer has chosen. */
export interface Chosen {
  mode: Mode;
  audio: string;
  captions: [first: string, second: string];
  rate: number;
}

const isMode = (value: string): value is Mode => value in { full: 0, small: 0, audio: 0 };

const rates = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** The row of choices under the picture; `onChange` gets what changed. */
export function controlRow(
  settings: PlayerSettings,
  chosen: Chosen,
  onChange: (change: Partial<Chosen>) => void,
): HTMLElement {
  const { labels, modes } = settings;
  const row = document.createElement('div');
  row.className = 'player-choices';
  const tracks = settings.audioTracks.map(({ lang, label }) => ({ value: lang, text: label, lang }));
  const captions = [
    { value: '', text: labels['no-captions'] },
    ...settings.captions.map(({ lang, label }) => ({ value: lang ?? '', text: label, lang })),
  ];
  const [first, second] = chosen.captions;
  const shown: [string, string] = [first, second];
  const caption = (place: 0 | 1) => (value: string) => {
    shown[place] = value;
    onChange({ captions: [shown[0], shown[1]] });
  };
  row.append(
    select(
      labels.mode,
      Object.entries(modes).map(([value, text]) => ({ value, text })),
      chosen.mode,
      (mode) => onChange({ mode: isMode(mode) ? mode : 'full' }),
    ),
  );
  if (tracks.length > 1)
    row.append(select(labels.audio, tracks, chosen.audio, (audio) => onChange({ audio })));
  if (captions.length > 1) row.append(select(labels.captions, captions, first, caption(0)));
  if (captions.length > 2) row.append(select(labels['second-captions'], captions, second, caption(1)));
  const point = settings.lang === 'ru' || settings.lang === 'kk' ? ',' : '.';
  const speeds = rates.map((rate) => ({ value: String(rate), text: `${String(rate).replace('.', point)}×` }));
  row.append(select(labels.speed, speeds, String(chosen.rate), (rate) => onChange({ rate: Number(rate) })));
  return row;
}

/** The whole poster as a button, with its words in a corner. */
export function playButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'player-start';
  const words = document.createElement('span');
  words.textContent = text;
  button.append(words);
  button.addEventListener('click', onClick);
  return button;
}
