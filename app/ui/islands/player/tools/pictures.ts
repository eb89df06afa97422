import { element } from './dom';
import { drawTile, type Storyboard } from './storyboard';

/**
 * Pictures of the storyboard that follow sound alone: one each five seconds, so that a link of 100 kbit/s carries
 * both. The next sheet comes when its first picture is due, not before.
 */
export function soundPictures(stage: HTMLElement, pictures: Storyboard) {
  const box = element('div', 'player-still');
  const frame = element('div', 'player-stills', box);
  frame.hidden = true;
  stage.append(frame);
  return {
    show(isShown: boolean) {
      frame.hidden = !isShown;
      if (isShown) void pictures.load();
    },
    update(seconds: number) {
      if (frame.hidden) return;
      const tile = pictures.at(seconds);
      const scale = tile ? Math.min(frame.clientWidth / tile.width, frame.clientHeight / tile.height) : 1;
      drawTile(box, pictures, seconds, Math.max(1, Math.floor(scale * 100) / 100));
    },
  };
}
