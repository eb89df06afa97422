/** Where a page of hits ended: rank and row, as one short text of an address. */
export type PageKey = { score: number; id: string };

export const writeKey = ({ score, id }: PageKey): string => `${score.toString(36)}.${id}`;

/** Null for a text that is no key. */
export function readKey(text: string | null | undefined): PageKey | null {
  const [, score, id] =
    /^([0-9a-z]{1,8})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? [];
  return score && id ? { score: Number.parseInt(score, 36), id } : null;
}
