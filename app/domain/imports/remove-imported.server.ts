import { removeIdentities } from '~/domain/identities/remove-identities.server';
import { writePaperAward } from '~/domain/licensing/write-paper-award.server';
import { writeRecord } from '~/domain/people/write-record.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { changeImport, deleteImport, findImport } from './data/imports.server';
import { deleteMade, type MadeRow, pageOfMade } from './data/made.server';
import { removeFile } from './data/sealed-file.server';

const BATCH = 200;

/** The last rows first: a later row may rest on the person whom an earlier one made. */
async function removeBatch(tx: Ctx, importId: string, rows: readonly MadeRow[]): Promise<void> {
  const people = (of: (row: MadeRow) => boolean) => rows.filter(of).map(({ personId }) => personId);
  const persons = people(({ madePerson }) => madePerson);
  await deleteMade(
    tx,
    importId,
    rows.map(({ rowNo }) => rowNo),
  );
  await removeIdentities(tx, { personIds: people(({ madeIdentity }) => madeIdentity) });
  const awards = await writePaperAward(tx, {
    remove: {
      qualificationIds: rows.flatMap(({ qualificationId }) => qualificationId ?? []),
      personIds: people(({ madeHolder }) => madeHolder),
    },
  });
  const records = await writeRecord(tx, { remove: persons });
  const kept = awards.kept.length + records.kept.length;
  if (kept > 0) throw new Error(`Something was built on ${kept} rows of the import ${importId} meanwhile`);
}

/**
 * Body of the job `imports.remove`: removes what an undone import made, then the import itself. A killed one goes on where
 * it was. The database refuses to remove what anything else names by now; then the job fails and says so.
 */
export async function removeImported(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const record = await findImport(ctx.db, { id: importId });
  if (!record?.undoneAt) return;
  for (let done = 0; ; ) {
    const rows = await pageOfMade(ctx, importId, { last: BATCH });
    if (rows.length === 0) break;
    await inTransaction(ctx, (tx) => removeBatch(tx, importId, rows));
    done += rows.length;
    await changeImport(ctx, importId, { done });
  }
  await removeFile(ctx, importId);
  await inTransaction(ctx, async (tx) => {
    await deleteImport(tx.db, importId);
    await raiseContentVersion(tx);
  });
}
