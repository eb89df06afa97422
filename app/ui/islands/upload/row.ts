import type { Pace } from './pace';
import { fill, sized, type UploadSettings } from './settings';

export type Row = {
  /** Bytes confirmed. */
  move(done: number, pace: Pace): void;
  say(text: string, isProblem?: boolean): void;
  showChecksum(sum: string): void;
  /** 'none': there is nothing to press any more. */
  offer(what: 'pause' | 'resume' | 'none'): void;
  onPress(act: () => void): void;
};

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = '') => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
};

function timeLeft(seconds: number, { labels }: UploadSettings): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return labels.soon ?? '';
  if (minutes < 90) return fill(labels.minutes, { minutes: String(minutes) });
  return fill(labels.hours, { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) });
}

/** What there is of one file: its name, a bar, words beneath, its checksum, one button. */
function parts(list: HTMLElement, file: File, { labels }: UploadSettings) {
  const [words, sum] = [make('p', 'quiet num'), make('p', 'quiet checksum')];
  const bar = make('progress');
  bar.max = file.size;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  const button = make('button', 'btn btn-plain btn-small', labels.pause);
  button.type = 'button';
  words.setAttribute('role', 'status');
  sum.hidden = true;
  const item = make('li', 'stack stack-s');
  item.append(make('p', 'strong', file.name), bar, words, sum, button);
  list.append(item);
  return { words, sum, bar, button };
}

/** What is said of the bytes: how many of all, how fast, how long still. */
function progressWords(file: File, done: number, pace: Pace, settings: UploadSettings): string {
  const { labels } = settings;
  const percent = String(Math.floor((done / file.size) * 100));
  const far = fill(labels.progress, {
    percent,
    done: sized(done, settings),
    all: sized(file.size, settings),
  });
  if (!pace) return far;
  const speed = fill(labels.speed, { speed: sized(pace.perSecond, settings) });
  return [far, speed, timeLeft(pace.secondsLeft, settings)].join(' · ');
}

/** Adds a file to the list of those on their way. */
export function addRow(list: HTMLElement, file: File, settings: UploadSettings): Row {
  const { words, sum, bar, button } = parts(list, file, settings);
  const { pause, resume } = settings.labels;
  return {
    move(done, pace) {
      bar.value = done;
      words.textContent = progressWords(file, done, pace, settings);
    },
    say(text, isProblem = false) {
      words.textContent = text;
      words.className = isProblem ? 'error-text' : 'quiet';
    },
    showChecksum(text) {
      sum.hidden = text === '';
      sum.textContent = text;
    },
    offer(what) {
      button.hidden = what === 'none';
      button.textContent = (what === 'resume' ? resume : pause) ?? '';
    },
    onPress: (act) => button.addEventListener('click', act),
  };
}
