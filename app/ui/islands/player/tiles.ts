import { readCues } from './cues';

/** A picture of the storyboard: a part of a sheet, in pixels, for some seconds. */
export interface Tile {
  from: number;
  to: number;
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const place = /^(https?:\/\/[^\s#]+|[\w.-]+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

/** Beside the list; in full only at the list's own host. */
function sheetAddress(sheet: string, list: string): string | null {
  if (!sheet.includes('://')) return list.replace(/[^/]*$/, '') + sheet;
  return list.includes('://') && new URL(sheet).origin === new URL(list).origin ? sheet : null;
}

/**
 * The pictures of a storyboard's list; `address` is the list's own, the sheets lie beside it, or at the same
 * host.
 */
export function readTiles(list: string, address: string): Tile[] {
  return readCues(list).flatMap(({ from, to, text }): Tile[] => {
    const found = place.exec(text);
    if (!found) return [];
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(2).map(Number);
    const url = sheetAddress(found[1] ?? '', address);
    if (url === null) return [];
    return [{ from, to, url, x, y, width, height }];
  });
}

/** The picture for a moment; before the first and after the last one these stay. */
export function tileAt(tiles: readonly Tile[], seconds: number): Tile | null {
  const found = tiles.findLast(({ from }) => from <= seconds);
  return found ?? tiles[0] ?? null;
}
