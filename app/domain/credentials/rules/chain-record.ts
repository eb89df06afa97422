import { z } from 'zod';

/** The act that is recorded when the file of a document was stored; its subject is the credential. */
export const STORED_ACT = 'credentials.document-stored';
export const STORED_SUBJECT = 'credential';

/** Detail of `STORED_ACT`: hashes (SHA-256, hex) of the file and of the snapshot. Nothing personal. */
const storedDetail = z.object({ serial: z.string(), sha256: z.string(), snapshot: z.string() });
export type StoredDetail = z.infer<typeof storedDetail>;

/** What the act of an award has of its document: the hash of the snapshot. */
const awardDetail = z.object({ serial: z.string(), sha256: z.string() });

type ChainAct = { act: string; subjectId: string; detail: unknown };

/** What the audit chain says of one document. */
export type ChainRecord = {
  /** Hashes that the snapshot must have; none for a document from before they were recorded. */
  snapshots: readonly string[];
  /** Hash of the stored file; null when nothing was recorded; 'erased' when it was, and its detail is gone or none. */
  file: string | null;
};

export const ERASED = 'erased';

/** The first act of each kind counts, whatever was added later. `acts` are in the order of the chain. */
export function chainRecord(
  { id, serial }: { id: string; serial: string },
  acts: readonly ChainAct[],
): ChainRecord {
  const isOwn = ({ subjectId, detail }: ChainAct) =>
    subjectId === id || storedDetail.safeParse(detail).data?.serial === serial;
  const stored = acts.find((each) => each.act === STORED_ACT && isOwn(each));
  const storedWords = storedDetail.safeParse(stored?.detail).data;
  const awarded = acts
    .filter(({ act }) => act !== STORED_ACT)
    .map(({ detail }) => awardDetail.safeParse(detail).data)
    .find((detail) => detail?.serial === serial);
  return {
    snapshots: [awarded?.sha256, storedWords?.snapshot].filter((hash) => hash !== undefined),
    file: stored ? (storedWords?.sha256 ?? ERASED) : null,
  };
}
