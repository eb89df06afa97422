/** How far an import is; computed from its moments. */
export const STAGES = [
  'reading',
  'unreadable',
  'to-map',
  'checking',
  'checked',
  'writing',
  'written',
  'undoing',
] as const;
export type Stage = (typeof STAGES)[number];

type Moments = {
  fault: string | null;
  readAt: Date | null;
  mappedAt: Date | null;
  checkedAt: Date | null;
  confirmedAt: Date | null;
  writtenAt: Date | null;
  undoneAt: Date | null;
};

export function stageOf(moments: Moments): Stage {
  const { fault, readAt, mappedAt, checkedAt, confirmedAt, writtenAt, undoneAt } = moments;
  if (undoneAt) return 'undoing';
  if (writtenAt) return 'written';
  if (confirmedAt) return 'writing';
  if (checkedAt) return 'checked';
  if (mappedAt) return 'checking';
  if (readAt) return 'to-map';
  return fault ? 'unreadable' : 'reading';
}
