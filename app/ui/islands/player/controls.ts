import { type Chosen, type Mode, type PlayerSettings, rates, rateText } from './settings';

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
  return { field, control: element };
}

/** Labelled selects of mode, sound, captions and speed, by the part of the choice that they change. */
interface Row {
  element: HTMLElement;
  /** Shows a choice that was made elsewhere. */
  show(chosen: Chosen): void;
}

/** 'full', 'full-540', 'small', 'audio' and back. */
const modeValue = ({ mode, quality }: Pick<Chosen, 'mode' | 'quality'>): string =>
  mode === 'full' && quality !== null ? `full-${quality}` : mode;

function readMode(value: string): Pick<Chosen, 'mode' | 'quality'> {
  const [name, height] = value.split('-');
  const mode: Mode = name === 'small' || name === 'audio' ? name : 'full';
  return { mode, quality: height ? Number(height) : null };
}

const captionChoices = ({ captions, labels }: PlayerSettings): Choice[] => [
  { value: '', text: labels['no-captions'] },
  ...captions.map(({ lang, label, machine, choice }) => ({
    ...{ value: lang ?? '', text: choice ?? label },
    lang: machine ? null : lang,
  })),
];

/** The row of choices under the picture; `onChange` gets what changed. */
export function controlRow(
  settings: PlayerSettings,
  chosen: Chosen,
  onChange: (change: Partial<Chosen>) => void,
): Row {
  let now = chosen;
  const { labels, modes, lang } = settings;
  const tracks = settings.audioTracks.map((track) => ({
    ...{ value: track.lang, text: track.label, lang: track.lang },
  }));
  const captions = captionChoices(settings);
  const speeds = rates.map((rate) => ({ value: String(rate), text: rateText(rate, lang) }));
  const caption = (place: 0 | 1) => (value: string) => {
    const [first, second] = now.captions;
    onChange({ captions: place === 0 ? [value, second] : [first, value] });
  };
  const fields: [boolean, string, readonly Choice[], (now: Chosen) => string, (value: string) => void][] = [
    [true, labels.mode, modes, modeValue, (value) => onChange(readMode(value))],
    [tracks.length > 1, labels.audio, tracks, ({ audio }) => audio, (audio) => onChange({ audio })],
    [captions.length > 1, labels.captions, captions, (all) => all.captions[0], caption(0)],
    [captions.length > 2, labels['second-captions'], captions, (all) => all.captions[1], caption(1)],
    [true, labels.speed, speeds, ({ rate }) => String(rate), (rate) => onChange({ rate: Number(rate) })],
  ];
  const shown = fields.flatMap(([isShown, label, choices, read, write]) =>
    isShown ? [{ read, ...select(label, choices, read(chosen), write) }] : [],
  );
  const row = document.createElement('div');
  row.className = 'player-choices';
  row.append(...shown.map(({ field }) => field));
  return {
    element: row,
    show(next) {
      now = next;
      for (const { control, read } of shown) control.value = read(now);
    },
  };
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
