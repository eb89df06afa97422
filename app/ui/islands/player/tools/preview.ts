import type { PlayerChapter } from '../settings';
import { clock, element } from './dom';
import { drawTile, type Storyboard } from './storyboard';

export const chapterAt = (chapters: readonly PlayerChapter[], seconds: number): PlayerChapter | null =>
  chapters.findLast(({ startSec }) => startSec <= seconds) ?? null;

/** The technique in the reader's script, where the chapter shows one, and the chapter's own title. */
export const chapterName = ({ title, technique }: PlayerChapter): string =>
  technique && !title.includes(technique) ? `${technique} · ${title}` : title;

/** The picture, the time and the chapter of a moment, above the timeline; only for eyes: sliders read out the same. */
export function preview(track: HTMLElement, pictures: Storyboard, chapters: readonly PlayerChapter[]) {
  const picture = element('div', 'player-tile');
  const words = element('span', 'player-preview-words');
  const box = element('div', 'player-preview', picture, words);
  box.hidden = true;
  box.setAttribute('aria-hidden', 'true');
  track.append(box);
  let at = 0;
  const draw = () => drawTile(picture, pictures, at);
  return {
    show(seconds: number, duration: number) {
      at = seconds;
      box.hidden = false;
      const chapter = chapterAt(chapters, seconds);
      words.textContent = [clock(seconds), chapter ? chapterName(chapter) : ''].filter(Boolean).join(' ');
      draw();
      void pictures.load().then(draw);
      const half = box.offsetWidth / 2;
      const middle = duration > 0 ? (seconds / duration) * track.clientWidth : 0;
      const left = Math.min(Math.max(0, track.clientWidth - half * 2), Math.max(0, middle - half));
      box.style.left = `${left}px`;
    },
    hide() {
      box.hidden = true;
    },
  };
}
export type Preview = ReturnType<typeof preview>;
