import type { Ctx } from '../context';
import { deleteGroup } from './rows.server';

/** Nothing of the group is found any more. */
export const removeGroup = (tx: Ctx, group: string): Promise<void> => deleteGroup(tx.db, group);

/** The recording of the group and its chapters are found no more; its captions stay with their readers. */
export const removeRecording = (tx: Ctx, group: string): Promise<void> =>
  deleteGroup(tx.db, group, { kind: { not: 'caption' } });
