import { isId } from './ids';

/** The row after which a page begins, in lists by moment and id. */
export type MomentCursor = { at: Date; id: string };

/** '<moment>_<id>'; null for anything else. */
export function readCursor(text: string): MomentCursor | null {
  const [moment = '', id = ''] = text.split('_');
  const at = new Date(moment);
  return isId(id) && /^20\d\d-/.test(moment) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}

export const writeCursor = ({ at, id }: MomentCursor): string => `${at.toISOString()}_${id}`;
