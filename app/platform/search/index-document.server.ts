import type { Ctx } from '../context';
import { documentRows } from './document-rows';
import { deleteDocuments, insertRows } from './rows.server';
import type { DocumentKind, SearchDocument } from './types';

/**
 * Writes what is found of a thing, in every language it exists in, in place of what was found before. Called by the
 * use case that changes the thing, inside its transaction: a saved text is found at once.
 */
export const indexDocument = (tx: Ctx, document: SearchDocument): Promise<void> =>
  indexDocuments(tx, [document]);

/** The same for many things of one kind. */
export async function indexDocuments(tx: Ctx, documents: readonly SearchDocument[]): Promise<void> {
  for (const kind of new Set(documents.map((document) => document.kind))) {
    const ids = documents.filter((document) => document.kind === kind).map(({ id }) => id);
    await deleteDocuments(tx.db, kind, ids);
  }
  await insertRows(tx.db, documents.flatMap(documentRows));
}

/** The thing is not found any more. */
export const removeDocument = (tx: Ctx, { kind, id }: { kind: DocumentKind; id: string }): Promise<void> =>
  deleteDocuments(tx.db, kind, [id]);
