import { z } from 'zod';
import { id } from '~/platform/input';

export const retryJobInput = z.object({ name: z.string().min(1).max(100), jobId: id });

/** Lists of operations show this many rows at a time. */
export const OPERATIONS_PAGE = 50;

const pageKey = z.string().max(60).nullable().catch(null);

/** The key of a page as it stands in the address; a damaged one begins at the top. */
export const readSeq = (text: string | null): bigint | null => {
  const read = pageKey.parse(text);
  return read !== null && /^\d{1,18}$/.test(read) ? BigInt(read) : null;
};

export const readMoment = (text: string | null): Date | null => {
  const moment = new Date(pageKey.parse(text) ?? '');
  return Number.isNaN(moment.getTime()) ? null : moment;
};

/** 'type:id' as the audit page filters by it; null for what is no subject. */
export const readSubject = (text: string | null): { type: string; id: string } | null => {
  const [, type, subjectId] = /^([a-z-]{1,40}):([\w.:-]{1,100})$/.exec(text ?? '') ?? [];
  return type && subjectId ? { type, id: subjectId } : null;
};
