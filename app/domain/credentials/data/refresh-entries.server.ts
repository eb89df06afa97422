import type { HolderFacts } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import type { RegisterEntry } from '~/platform/db/client';
import { foldName } from '~/platform/folding/names';
import type { LocalDate } from '~/platform/local-date';
import { listedDocuments } from '../rules/listed-documents';
import { listByPeople, type StoredCredential } from './credentials.server';
import { findConsents, lockPeople, replaceEntries } from './register.server';

/** The register's zone: its day turns there. */
export const REGISTER_ZONE = 'Asia/Almaty';

type Placed = { validFrom: LocalDate; id: string };

/** By the first day: a document that corrects an earlier period is made later than that of the next one. */
const newestFirst = (a: Placed, b: Placed): number =>
  a.validFrom === b.validFrom ? (a.id < b.id ? 1 : -1) : a.validFrom < b.validFrom ? 1 : -1;

type Lines = {
  personId: string;
  rows: readonly StoredCredential[];
  names: HolderFacts | null;
  on: LocalDate;
};

/** The lines of one person, from every document of theirs. */
function entriesOf({ personId, rows, names, on }: Lines): RegisterEntry[] {
  const replaced = new Set(rows.map(({ replacesId }) => replacesId));
  const documents = rows
    .filter(({ id }) => !replaced.has(id))
    .map((row) => ({ ...row, validFrom: row.snapshot.validFrom }))
    .sort(newestFirst);
  return listedDocuments(documents, on).map(({ serial, snapshot: { holder } }) => ({
    serial,
    personId,
    displayName: names?.displayName ?? holder.display,
    folded: [names?.foldedNames ?? '', foldName(holder.display), foldName(holder.latin)].join(' ').trim(),
  }));
}

/**
 * Makes people's lines of the public register anew, from the newest consent, the documents and today's names. Inside
 * a transaction, after the content version was raised; it locks the people's lines until commit. Who never answered has
 * no line.
 */
export async function refreshEntries(tx: Ctx, personIds: readonly string[]): Promise<void> {
  await lockPeople(tx.db, personIds);
  const consents = await findConsents(tx.db, personIds);
  if (consents.size === 0) return;
  const listed = [...consents].flatMap(([personId, answer]) => (answer.listed ? [personId] : []));
  const documents = listed.length > 0 ? await listByPeople(tx.db, listed) : [];
  const names = listed.length > 0 ? await tx.ports.describeHolders(tx, listed) : null;
  const on = tx.clock.today(REGISTER_ZONE);
  const entries = listed.flatMap((personId) => {
    const rows = documents.filter((document) => document.personId === personId);
    return entriesOf({ personId, rows, names: names?.get(personId) ?? null, on });
  });
  await replaceEntries(tx.db, [...consents.keys()], entries);
}
