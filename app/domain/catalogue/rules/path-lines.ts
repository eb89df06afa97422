/** A step of a path and the steps, by key, that must come before it. Requirements outside the path are left out. */
export type PathNode = { key: string; after: readonly string[] };

/** What one row of the drawn path shows beside its step. */
export type PathRow = {
  /** How the stem comes in from the row above: required, only recommended, or not at all. */
  above: StemKind;
  below: StemKind;
  /** Side lines at this row, by lane (1…n): where one begins, goes through, ends. */
  lanes: LaneMark[];
};

export type StemKind = 'required' | 'recommended' | 'none';
export type LaneMark = { lane: number; kind: 'begins' | 'through' | 'joins' | 'ends' };

/** From a required step to the last that asks for it; `stops` are the others that do. */
type Span = { from: number; to: number; stops: readonly number[] };

/** Requirements that the stem does not show, because other steps lie between. One line per required step. */
function longSpans(nodes: readonly PathNode[]): Span[] {
  return nodes
    .map(({ key }, from): Span => {
      const asking = nodes.flatMap(({ after }, row) => (row > from + 1 && after.includes(key) ? [row] : []));
      return { from, to: asking.at(-1) ?? from, stops: asking.slice(0, -1) };
    })
    .filter(({ from, to }) => to > from);
}

/** The first lane that is free along the whole span. */
function assignLanes(spans: readonly Span[]): (Span & { lane: number })[] {
  const ends: number[] = [];
  return spans.map((span) => {
    const free = ends.findIndex((end) => end < span.from);
    const index = free < 0 ? ends.length : free;
    ends[index] = span.to;
    return { ...span, lane: index + 1 };
  });
}

function markAt({ from, to, stops, lane }: Span & { lane: number }, row: number): LaneMark[] {
  if (row < from || row > to) return [];
  if (row === from) return [{ lane, kind: 'begins' }];
  if (row === to) return [{ lane, kind: 'ends' }];
  return [{ lane, kind: stops.includes(row) ? 'joins' : 'through' }];
}

/** Lines of a path, row by row: the stem along all steps, and side lines for requirements that skip rows. */
export function drawPath(nodes: readonly PathNode[]): PathRow[] {
  const spans = assignLanes(longSpans(nodes));
  const stem = (row: number): StemKind => {
    const node = nodes[row];
    const before = nodes[row - 1];
    if (!node || !before) return 'none';
    return node.after.includes(before.key) ? 'required' : 'recommended';
  };
  return nodes.map((_node, row) => ({
    above: stem(row),
    below: stem(row + 1),
    lanes: spans.flatMap((span) => markAt(span, row)),
  }));
}

/** How many lanes a drawing needs beside the stem. */
export const laneCount = (rows: readonly PathRow[]): number =>
  Math.max(0, ...rows.flatMap(({ lanes }) => lanes.map(({ lane }) => lane)));
