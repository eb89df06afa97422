import type { Db } from '../context';

export type ListedMail = {
  id: string;
  to: string;
  lang: string;
  subject: string;
  text: string;
  createdAt: Date;
  sentAt: Date | null;
  /** What SMTP said at the last try; null before the first. */
  failure: string | null;
};

/** Newest first, a page below the key of a mail; keys of mails grow with time. */
export const listMails = (
  db: Db,
  { after, take }: { after: string | null; take: number },
): Promise<ListedMail[]> =>
  db.outboxMail.findMany({
    where: after === null ? {} : { id: { lt: after } },
    orderBy: { id: 'desc' },
    take,
  });
