import { leaveAt, type Part } from '../parts';
import type { Addresses } from '../renewal';
import { readTiles, type Tile, tileAt } from '../tiles';
import { element } from './dom';

/** Pictures of the recording by the second; the list is fetched when the first one is wanted. */
export function storyboard(address: string | null, addresses: Addresses) {
  let list: Promise<Tile[]> | null = null;
  let tiles: Tile[] = [];
  let gone: readonly Part[] = [];
  const fetchTiles = async (): Promise<Tile[]> => {
    if (address === null) return [];
    const answer = await fetch(addresses.current(address));
    return answer.ok ? readTiles(await answer.text(), address) : [];
  };
  return {
    load(): Promise<Tile[]> {
      list ??= fetchTiles().catch(() => {
        list = null;
        return [];
      });
      void list.then((found) => {
        tiles = found;
      });
      return list;
    },
    /** Pictures of these parts are shown no more. */
    without(parts: readonly Part[]) {
      gone = parts;
    },
    at: (seconds: number): Tile | null =>
      leaveAt(gone, seconds, 0) === null ? tileAt(tiles, seconds) : null,
    /** Sheets are asked for under the token of the moment. */
    address: (tile: Tile): string => addresses.current(tile.url),
  };
}
export type Storyboard = ReturnType<typeof storyboard>;

/** Draws the picture of a moment into `box`, `scale` times as large; without one the box is empty. */
export function drawTile(box: HTMLElement, pictures: Storyboard, seconds: number, scale = 1): void {
  const tile = pictures.at(seconds);
  box.hidden = tile === null;
  const key = tile ? `${tile.url} ${tile.x} ${tile.y} ${scale}` : '';
  if (!tile || box.dataset.tile === key) return;
  box.dataset.tile = key;
  const size = (name: 'width' | 'height') => `${tile[name] * scale}px`;
  const sheet = element('img', 'player-sheet');
  sheet.alt = '';
  sheet.src = pictures.address(tile);
  sheet.style.transform = `scale(${scale}) translate(${-tile.x}px, ${-tile.y}px)`;
  Object.assign(box.style, { width: size('width'), height: size('height') });
  const before = box.querySelector('img');
  if (before && before.src === sheet.src) before.style.transform = sheet.style.transform;
  else box.replaceChildren(sheet);
}
