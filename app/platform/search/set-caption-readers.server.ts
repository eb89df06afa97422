import type { Ctx } from '../context';
import { type Readers, setReaders } from './rows.server';

/** Says who may read the captions of a group, written before or after: a recording's publication and withdrawal. */
export const setCaptionReaders = (tx: Ctx, group: string, readers: Readers): Promise<void> =>
  setReaders(tx.db, group, readers);
