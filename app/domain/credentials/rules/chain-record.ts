import { z } from 'zod';

/** The act that is recorded when the file of a document was stored; its subject is the credential. */
export const STORED_ACT = 'credentials.document-stored';
/** The same for its licence card. */
export const CARD_STORED_ACT = 'credentials.card-stored';
export const STORED_SUBJECT = 'credential';

/** Detail of both: hashes (SHA-256, hex) of the file and of the snapshot. Nothing personal. */
const storedDetail = z.object({ serial: z.string(), sha256: z.string(), snapshot: z.string() });
export type StoredDetail = z.infer<typeof storedDetail>;

/** What the act of an award has of its document: the hash of the snapshot. */
const awardDetail = z.object({ serial: z.string(), sha256: z.string() });

/** What the act that corrected a name has of the further documents of an award. */
const correctionDetail = z.object({ numbers: z.array(z.string()) });

/** Whether an act on the award names a document by its number, as the correction of a name does. */
export const isCorrection = (
  { number, qualificationId }: { number: string; qualificationId: string },
  acts: readonly ChainAct[],
): boolean =>
  acts.some(
    ({ subjectId, detail }) =>
      subjectId === qualificationId && correctionDetail.safeParse(detail).data?.numbers.includes(number),
  );

type ChainAct = { act: string; subjectId: string; detail: unknown };

/** What the audit chain says of one document. */
export type ChainRecord = {
  /** Whether the act that issued it names it. */
  isIssued: boolean;
  /** Hashes that the snapshot must have; none for a document from before they were recorded. */
  snapshots: readonly string[];
  /** Hash of the stored file; null when nothing was recorded; 'erased' when it was, and its detail is gone or none. */
  file: string | null;
  /** The same of the card. */
  card: string | null;
};

export const ERASED = 'erased';

/** The first act of each kind counts, whatever was added later. `acts` are in the order of the chain. */
export function chainRecord(
  { id, serial }: { id: string; serial: string },
  acts: readonly ChainAct[],
): ChainRecord {
  const isOwn = ({ subjectId, detail }: ChainAct) =>
    subjectId === id || storedDetail.safeParse(detail).data?.serial === serial;
  const storedOf = (act: string) => acts.find((each) => each.act === act && isOwn(each));
  const [stored, card] = [storedOf(STORED_ACT), storedOf(CARD_STORED_ACT)];
  const wordsOf = (each: ChainAct | undefined) => storedDetail.safeParse(each?.detail).data;
  const [storedWords, cardWords] = [wordsOf(stored), wordsOf(card)];
  const awarded = acts
    .filter(({ act }) => act !== STORED_ACT && act !== CARD_STORED_ACT)
    .map(({ detail }) => awardDetail.safeParse(detail).data)
    .find((detail) => detail?.serial === serial);
  return {
    isIssued: awarded !== undefined,
    snapshots: [awarded?.sha256, storedWords?.snapshot, cardWords?.snapshot].filter(
      (hash) => hash !== undefined,
    ),
    file: stored ? (storedWords?.sha256 ?? ERASED) : null,
    card: card ? (cardWords?.sha256 ?? ERASED) : null,
  };
}
