import type { Ctx } from '~/platform/context';
import { foldName } from '~/platform/folding/names';
import type { LocalDate } from '~/platform/local-date';
import { listedDocuments } from '../rules/listed-documents';
import { listByPerson } from './credentials.server';
import { findConsent, lockPerson, replaceEntries } from './register.server';

/** The register's zone: its day turns there. */
export const REGISTER_ZONE = 'Asia/Almaty';

type Placed = { validFrom: LocalDate; id: string };

/** By the first day: a document that corrects an earlier period is made later than that of the next one. */
const newestFirst = (a: Placed, b: Placed): number =>
  a.validFrom === b.validFrom ? (a.id < b.id ? 1 : -1) : a.validFrom < b.validFrom ? 1 : -1;

/**
 * Makes a person's lines of the public register anew, from the newest consent, the documents and today's names. Inside
 * a transaction, after the content version was raised; it locks the person's lines until commit. Who never answered has
 * no line.
 */
export async function refreshEntries(tx: Ctx, personId: string): Promise<void> {
  await lockPerson(tx.db, personId);
  const consent = await findConsent(tx.db, personId);
  if (!consent) return;
  if (!consent.listed) return replaceEntries(tx.db, personId, []);
  const rows = await listByPerson(tx.db, personId);
  const replaced = new Set(rows.map(({ replacesId }) => replacesId));
  const documents = rows
    .filter(({ id }) => !replaced.has(id))
    .map((row) => ({ ...row, validFrom: row.snapshot.validFrom }))
    .sort(newestFirst);
  const names = await tx.ports.describeHolder(tx, personId);
  const listed = listedDocuments(documents, tx.clock.today(REGISTER_ZONE));
  const entries = listed.map(({ serial, snapshot: { holder } }) => ({
    serial,
    personId,
    displayName: names?.displayName ?? holder.display,
    folded: [names?.foldedNames ?? '', foldName(holder.display), foldName(holder.latin)].join(' ').trim(),
  }));
  await replaceEntries(tx.db, personId, entries);
}
