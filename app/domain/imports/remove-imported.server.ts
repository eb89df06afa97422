import { removeIdentities } from '~/domain/identities/remove-identities.server';
import { writePaperAward } from '~/domain/licensing/write-paper-award.server';
import { writeRecord } from '~/domain/people/write-record.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { isForeignKeyError } from '~/platform/db/refused';
import { listBuiltOn } from './data/built-on.server';
import { changeImport, deleteImport, findImport, type ImportRecord, lockImport } from './data/imports.server';
import { deleteMade, type MadeRow, pageOfMade } from './data/made.server';
import { removeFile } from './data/sealed-file.server';
import type { BuiltOn } from './rules/built-on';

const BATCH = 200;

/** Something was built on a row of the batch. */
class Refused extends Error {
  constructor(readonly kind: BuiltOn) {
    super(kind);
  }
}

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
  if (awards.kept.length > 0) throw new Refused('decision');
  if (records.kept.length > 0) throw new Refused('account');
}

/** Why nothing may be removed, as far as it is known before the first row goes. */
async function findRefusal(ctx: Ctx, { id, undoneBy }: ImportRecord): Promise<BuiltOn | null> {
  const actor = undoneBy === null ? null : await ctx.ports.actorOfAccount(ctx, undoneBy);
  const [first] = await listBuiltOn({ ...ctx, actor }, id);
  return first?.kind ?? null;
}

const refusalOf = (error: unknown): BuiltOn | null => {
  if (error instanceof Refused) return error.kind;
  return isForeignKeyError(error) ? 'other' : null;
};

async function removeRows(ctx: Ctx, importId: string): Promise<BuiltOn | null> {
  for (let done = 0; ; ) {
    const rows = await pageOfMade(ctx, importId, { last: BATCH });
    if (rows.length === 0) return null;
    try {
      await inTransaction(ctx, (tx) => removeBatch(tx, importId, rows));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return refusal;
    }
    done += rows.length;
    await changeImport(ctx, importId, { done });
  }
}

/** The import stands as it was, and says why. */
async function putBack(ctx: Ctx, { id, result, undoneBy }: ImportRecord, refused: BuiltOn): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const now = await lockImport(tx.db, id);
    if (!now?.undoneAt) return;
    await changeImport(tx, id, {
      ...{ undoneAt: null, undoneBy: null },
      ...(result ? { result: { ...result, refused } } : {}),
    });
    await recordAct(tx, {
      act: 'imports.undo-refused',
      subject: { type: 'import', id },
      detail: { reason: refused, orderedBy: undoneBy },
    });
  });
}

/**
 * Body of the job `imports.remove`: removes what an undone import made, then the import itself. A killed one goes on where
 * it was. Where something was built on a row since it was ordered, the order is put back with the reason.
 */
export async function removeImported(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const record = await findImport(ctx.db, { id: importId });
  if (!record?.undoneAt) return;
  const refusal = (await findRefusal(ctx, record)) ?? (await removeRows(ctx, importId));
  if (refusal) return putBack(ctx, record, refusal);
  await removeFile(ctx, importId);
  await inTransaction(ctx, async (tx) => {
    await deleteImport(tx.db, importId);
    await raiseContentVersion(tx);
  });
}
