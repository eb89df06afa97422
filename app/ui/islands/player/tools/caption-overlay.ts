import { type Cue, readCues, textAt } from '../cues';
import { type Part, touchesPart } from '../parts';
import type { Addresses } from '../renewal';
import type { PlayerSettings } from '../settings';
import { element } from './dom';

/** Cues by language, each file fetched once; one that failed is fetched again when it is chosen again. */
function captionFiles({ captions }: PlayerSettings, addresses: Addresses) {
  const files = new Map<string, Promise<Cue[]>>();
  const fetchCues = async (lang: string): Promise<Cue[]> => {
    const file = captions.find((caption) => caption.lang === lang);
    if (!file) return [];
    const answer = await fetch(addresses.current(file.url));
    if (!answer.ok) throw new Error(`captions ${answer.status}`);
    return readCues(await answer.text());
  };
  return (lang: string): Promise<Cue[]> => {
    const known = files.get(lang) ?? fetchCues(lang);
    files.set(lang, known);
    known.catch(() => files.delete(lang));
    return known;
  };
}

/** One language's line: its words, and a note on what a machine wrote. */
function captionLine(className: string, { captions, labels, lang: reader }: PlayerSettings) {
  const made = element('p', className);
  const note = element('span', 'player-machine', labels.machine);
  note.lang = reader;
  made.hidden = true;
  let shown = '';
  return {
    element: made,
    write(lang: string, text: string) {
      if (shown === text && made.lang === lang) return;
      shown = text;
      made.lang = lang;
      const isMachine = captions.some((caption) => caption.machine && caption.lang === lang);
      made.replaceChildren(...(isMachine && text ? [note, ' ', text] : [text]));
      made.hidden = text === '';
    },
  };
}

/**
 * Our own captions over the picture: of two languages at once, apart from the picture, so that mirroring leaves them
 * alone. They are fetched when they are chosen.
 */
export function captionOverlay(stage: HTMLElement, settings: PlayerSettings, addresses: Addresses) {
  const cuesOf = captionFiles(settings, addresses);
  const lines = ['player-line', 'player-line player-line-second'].map((name) => captionLine(name, settings));
  stage.append(element('div', 'player-captions', ...lines.map((line) => line.element)));
  const cues: Cue[][] = [[], []];
  let chosen: readonly string[] = ['', ''];
  let gone: readonly Part[] = [];
  const remaining = (all: readonly Cue[]) => all.filter(({ from, to }) => !touchesPart(gone, from, to));
  const update = (seconds: number) => {
    for (const [place, line] of lines.entries())
      line.write(chosen[place] ?? '', textAt(cues[place] ?? [], seconds));
  };
  return {
    update,
    /** What is said in these parts is shown no more. */
    without(parts: readonly Part[]) {
      gone = parts;
      for (const [place, all] of cues.entries()) cues[place] = remaining(all);
    },
    /** Shows these languages; '' shows none. `now` gives the second at which the picture is once they are there. */
    choose([first, second]: readonly [string, string], now: () => number) {
      const langs = [first, second === first ? '' : second];
      if (langs.join() === chosen.join()) return;
      chosen = langs;
      for (const [place, lang] of langs.entries()) {
        cues[place] = [];
        const take = (found: Cue[]) => {
          if (chosen === langs) cues[place] = remaining(found);
          update(now());
        };
        if (lang) void cuesOf(lang).then(take, () => undefined);
      }
      update(now());
    },
  };
}
