import './buttons.css';
import './tools.css';
import { noLoop, wholeLoop } from '../loop';
import type { Part } from '../parts';
import { type Mode, rateText } from '../settings';
import { actionsOf, actOn, isLoopGone, seek, setLoop } from './acts';
import { grip, mirrorPicture } from './attach';
import { element } from './dom';
import { announce, type Held, partsOf, refresh, type ToolsFacts } from './held';
import { shortcutOf } from './keys';
import type { Actions } from './transport';

/** The controls of the technique player, which come when the viewer starts it. */
export interface Tools {
  /** Takes hold of the player that plays now. */
  attach(video: HTMLVideoElement, mode: Mode): void;
  /** Shows the captions and the speed that are chosen. */
  applyChoice(): void;
  seek(seconds: number): void;
  /** These parts are shown no more: neither their words nor their pictures, and no loop leads into them. */
  without(parts: readonly Part[]): void;
  /** Goes on with the keyboard where the button that started the player has gone. */
  focus(): void;
}

function attach(held: Held, video: HTMLVideoElement, mode: Mode, toggle: () => void): void {
  held.now?.release();
  held.now = grip({
    ...{ video, mode, fps: held.settings.framesPerSecond, loop: held.loop },
    langs: () => held.chosen().captions,
    onChange: () => refresh(held),
    onToggle: toggle,
  });
  mirrorPicture(held.now, held.stage, held.isMirrored);
  held.parts.stills.show(mode === 'audio');
  refresh(held);
}

function without(held: Held, gone: readonly Part[]): void {
  const { captions, pictures, lane } = held.parts;
  held.gone = gone;
  captions.without(gone);
  pictures.without(gone);
  if (!isLoopGone(held, held.loop)) return;
  if (held.now) setLoop(held, noLoop, true);
  else {
    held.loop = noLoop;
    lane.update(noLoop);
  }
}

function press(held: Held, actions: Actions, event: KeyboardEvent): void {
  const shortcut = event.defaultPrevented ? null : shortcutOf(event);
  if (!shortcut) return;
  event.preventDefault();
  actOn(held, actions, shortcut);
}

/** Puts the controls below the stage. */
export function mountTools(facts: ToolsFacts): Tools {
  const actions = actionsOf(() => held);
  const parts = partsOf(
    facts,
    (seconds) => seek(held, seconds),
    (duration) => ({
      ...{ duration, fps: facts.settings.framesPerSecond ?? 25 },
      loop: () => held.loop,
      onChange: (loop, isDone) => setLoop(held, loop, isDone),
    }),
    actions,
  );
  const held: Held = { ...facts, now: null, isMirrored: false, gone: [], parts };
  const { line, buttons, live, chapters, help, lane, captions } = parts;
  facts.stage.after(element('div', 'player-tools', line.element, buttons.element, live));
  facts.host.append(...(chapters ? [chapters.element] : []), help);
  lane.update(facts.loop);
  facts.host.addEventListener('keydown', (event) => press(held, actions, event));
  let told = facts.chosen().rate;
  return {
    attach(video, mode) {
      attach(held, video, mode, actions.toggle);
      if (wholeLoop(held.loop)) setLoop(held, held.loop, true);
    },
    applyChoice() {
      const { rate, captions: langs } = facts.chosen();
      captions.choose(langs, () => held.now?.video.currentTime ?? 0);
      held.now?.captions.apply();
      if (rate !== told) announce(held, 'speed-now', { rate: rateText(rate, facts.settings.lang) });
      told = rate;
    },
    seek: (seconds) => seek(held, seconds),
    focus: buttons.focus,
    without: (gone) => without(held, gone),
  };
}
