import { listOrganisations } from '~/domain/people/list-organisations.server';
import { hasRole } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { findImport, insertImport } from './data/imports.server';
import { requireRegistrar } from './data/open-import.server';
import { removeFile, storeFile } from './data/sealed-file.server';
import { formatOf, type TableFormat } from './documents/table';
import { MOST_BYTES, type SendFileInput } from './inputs';
import { readFileJob } from './jobs.server';

const wrong = (code: `imports.${string}`, params = {}) =>
  new DomainError('invalid', code, { field: 'file', params });

function check(bytes: Uint8Array): TableFormat {
  if (bytes.length === 0) throw wrong('imports.empty-file');
  if (bytes.length > MOST_BYTES) throw wrong('imports.file-too-large', { most: MOST_BYTES / 1_000_000 });
  const format = formatOf(bytes);
  if (format === 'xls') throw wrong('imports.old-workbook');
  if (!format) throw wrong('imports.wrong-type');
  return format;
}

/**
 * A registrar sends a table for an organisation; it is stored sealed and read by a job. Sent twice, it is one import.
 * Throws `imports.not-a-registrar`, at `organisationId` `imports.no-such-place`, and at `file` what is wrong with it.
 */
export async function sendFile(ctx: Ctx, input: SendFileInput): Promise<{ importId: string }> {
  requireRegistrar(ctx);
  const { submissionKey, organisationId, file } = input;
  const sentBy = ctx.actor?.accountId ?? '';
  const before = await findImport(ctx.db, { submissionKey });
  if (before && before.sentBy === sentBy) return { importId: before.id };
  const [place] = await listOrganisations(ctx, { ids: [organisationId] });
  if (!place || !hasRole(ctx.actor, 'registrar', place.path))
    throw new DomainError('invalid', 'imports.no-such-place', { field: 'organisationId' });
  const format = check(file.bytes);
  const id = newId();
  await storeFile(ctx, id, file.bytes);
  const fileName =
    file.name
      .normalize('NFC')
      .toWellFormed()
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .slice(-120) || '–';
  const facts = {
    submissionKey,
    organisationId,
    path: place.path,
    fileName,
    format,
    bytes: file.bytes.length,
  };
  const isNew = await inTransaction(ctx, async (tx) => {
    if (!(await insertImport(tx.db, { ...facts, id, sentBy, sentAt: tx.clock.now() }))) return false;
    await tx.jobs.enqueue(readFileJob, { importId: id }, { singletonKey: id });
    await recordAct(tx, {
      act: 'imports.file-sent',
      subject: { type: 'import', id },
      detail: { place: place.path, format, bytes: facts.bytes },
    });
    return true;
  });
  if (isNew) return { importId: id };
  await removeFile(ctx, id);
  return { importId: (await findImport(ctx.db, { submissionKey }))?.id ?? id };
}
