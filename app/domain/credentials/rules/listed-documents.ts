import type { LocalDate } from '~/platform/local-date';

type Issued = { qualificationId: string; validFrom: LocalDate };

/**
 * Which of a person's documents stand in the public register on a day: the newest of each qualification, and beside
 * it the one before while the newest waits for its first day. Takes and gives them newest first.
 */
export function listedDocuments<Document extends Issued>(
  documents: readonly Document[],
  today: LocalDate,
): Document[] {
  const shown = new Map<string, Document[]>();
  for (const document of documents) {
    const others = shown.get(document.qualificationId) ?? [];
    const waits = others.every(({ validFrom }) => validFrom > today);
    if (waits) shown.set(document.qualificationId, [...others, document]);
  }
  return [...shown.values()].flat();
}
