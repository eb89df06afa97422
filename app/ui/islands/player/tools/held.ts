import type { Loop } from '../loop';
import type { Part } from '../parts';
import type { Addresses } from '../renewal';
import type { Chosen, PlayerSettings } from '../settings';
import type { Grip } from './attach';
import { captionOverlay } from './caption-overlay';
import { element, filled } from './dom';
import { chapterList, keysHelp } from './folds';
import { loopLane } from './loop-lane';
import { soundPictures } from './pictures';
import { storyboard } from './storyboard';
import { timeline } from './timeline';
import { type Actions, transport } from './transport';

/** What the tools are given. */
export interface ToolsFacts {
  host: HTMLElement;
  stage: HTMLElement;
  settings: PlayerSettings;
  addresses: Addresses;
  loop: Loop;
  chosen(): Chosen;
  onChange(change: Partial<Chosen>): void;
}

export type Parts = ReturnType<typeof partsOf>;

/** What the tools hold: the picture that plays now, the loop, whether it is mirrored. */
export interface Held extends ToolsFacts {
  now: Grip | null;
  isMirrored: boolean;
  /** Seconds that are shown no more. */
  gone: readonly Part[];
  parts: Parts;
}

/** Tells people who do not see it. */
export function announce({ parts, settings }: Held, name: keyof PlayerSettings['tools'], values = {}): void {
  parts.live.textContent = filled(settings.tools[name], values);
}

/** Everything that the tools put on the page. */
export function partsOf(
  facts: ToolsFacts,
  seek: (seconds: number) => void,
  laneOf: LaneOf,
  actions: Actions,
) {
  const { settings, stage, addresses } = facts;
  const pictures = storyboard(settings.storyboard, addresses);
  const line = timeline(settings, pictures, seek);
  const lane = loopLane(settings, laneOf(line.duration));
  line.element.append(lane.element);
  const live = element('p', 'sr');
  live.setAttribute('role', 'status');
  return {
    ...{ line, lane, live, pictures },
    buttons: transport(settings, actions),
    captions: captionOverlay(stage, settings, addresses),
    stills: soundPictures(stage, pictures),
    chapters: chapterList(settings, seek),
    help: keysHelp(settings),
  };
}
export type LaneOf = (duration: () => number) => Parameters<typeof loopLane>[1];

/** Shows what is true now. */
export function refresh(held: Held): void {
  const { now, parts, loop, isMirrored } = held;
  if (!now) return;
  const { video } = now;
  const { currentTime: seconds, duration, paused, muted, volume } = video;
  parts.line.update(seconds, duration);
  parts.captions.update(seconds);
  parts.stills.update(seconds);
  parts.chapters?.update(seconds);
  parts.buttons.update({
    ...{ isPaused: paused, isMirrored, isMuted: muted || volume === 0, volume, seconds },
    ...{ duration: parts.line.duration(), hasA: loop.a !== null, hasB: loop.b !== null },
  });
}
