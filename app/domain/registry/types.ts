/** A filter as its owner sees it. `query` is that of the address, without '?'. */
export type SavedFilter = { id: string; name: string; query: string };

/** A file that is written while it is read. */
export type ExportFile = {
  /** Without a folder; Latin letters, digits, hyphens. */
  name: string;
  type: string;
  rows: number;
  content: AsyncIterable<Uint8Array>;
};
