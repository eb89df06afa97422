import type { PlayerSettings } from '../settings';
import { clock, element } from './dom';
import { keyFace, type Shortcut, shortcuts } from './keys';
import { chapterName } from './preview';

function fold(className: string, title: string, content: HTMLElement): HTMLDetailsElement {
  return element('details', `fold ${className}`, element('summary', '', title), content);
}

/** The keys, as a list that people may open. */
export function keysHelp({ tools }: PlayerSettings): HTMLDetailsElement {
  const rows = (Object.keys(shortcuts) as Shortcut[]).flatMap((name) => {
    const key = element('kbd', '', keyFace(shortcuts[name][0], tools.space));
    return [element('dt', '', key), element('dd', '', tools[name])];
  });
  const note = element('p', 'quiet', tools['keys-note']);
  return fold('player-keys', tools.keys, element('div', '', note, element('dl', '', ...rows)));
}

/** The chapters, each a button that leads to its second; null where there are none. */
export function chapterList(settings: PlayerSettings, onSeek: (seconds: number) => void) {
  const { chapters, tools } = settings;
  if (chapters.length === 0) return null;
  const buttons = chapters.map((chapter) => {
    const time = element('span', 'quiet num', clock(chapter.startSec));
    const name = element('span', '', chapterName(chapter));
    if (chapter.lang && chapter.lang !== settings.lang) name.lang = chapter.lang;
    const made = element('button', 'player-chapter', time, ' ', name);
    made.type = 'button';
    made.addEventListener('click', () => onSeek(chapter.startSec));
    return made;
  });
  const items = buttons.map((each) => element('li', '', each));
  return {
    element: fold('player-chapters', tools.chapters, element('ol', '', ...items)),
    update(seconds: number) {
      const now = chapters.findLastIndex(({ startSec }) => startSec <= seconds);
      for (const [index, each] of buttons.entries())
        if (index === now) each.setAttribute('aria-current', 'true');
        else each.removeAttribute('aria-current');
    },
  };
}
