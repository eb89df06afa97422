import type { Readable } from 'node:stream';
import { listSnapshots } from '~/domain/credentials/list-snapshots.server';
import type { IssuedFile, IssuedSnapshot } from '~/domain/credentials/types';
import { translator } from '~/i18n/translate';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { localDateOf } from '~/platform/local-date';
import { reachBatch } from './data/reach.server';
import { type ZipEntry, zipFile } from './documents/zip-file.server';
import { entryName } from './rules/file-names';

export type Archive = { name: string; documents: number; open: () => Readable };

function entry(ctx: Ctx, folder: string, { snapshot }: IssuedSnapshot, file: IssuedFile): ZipEntry {
  return {
    name: entryName(folder, snapshot.number, snapshot.holder.display),
    bytes: file.bytes,
    at: file.renderedAt,
    open: () => ctx.storage.read(file.storageKey),
  };
}

/** Every certificate, then every card; folders are named in the reader's language. */
function entriesOf(ctx: Ctx, issued: readonly IssuedSnapshot[]): ZipEntry[] {
  const t = translator(ctx.lang);
  const of = (folder: string, pick: (files: IssuedSnapshot['files']) => IssuedFile | null) =>
    issued.flatMap((each) => {
      const file = pick(each.files);
      return file ? [entry(ctx, folder, each, file)] : [];
    });
  return [
    ...of(t('batches:archive.certificates'), ({ certificate }) => certificate),
    ...of(t('batches:archive.cards'), ({ card }) => card),
  ];
}

/**
 * Certificates and cards of a batch as one ZIP, written while it is read; the act is in the audit chain before the first
 * byte. Throws `batches.not-a-registrar`, `batches.not-found`, `batches.nothing-issued`, `batches.archive-in-making`.
 */
export async function openArchive(ctx: Ctx, { batchId }: { batchId: string }): Promise<Archive> {
  const { batch, items } = await reachBatch(ctx, batchId);
  const serials = items.flatMap(({ serial }) => serial ?? []);
  if (serials.length === 0) throw new DomainError('not-found', 'batches.nothing-issued');
  const issued = await listSnapshots(ctx, { serials });
  const entries = entriesOf(ctx, issued);
  const all = issued.length * 2;
  if (entries.length < all || items.some(({ outcome }) => outcome === null)) {
    const params = { ready: entries.length, all };
    throw new DomainError('conflict', 'batches.archive-in-making', { params });
  }
  await inTransaction(ctx, (tx) =>
    recordAct(tx, {
      act: 'batches.archive-taken',
      subject: { type: 'batch', id: batch.id },
      detail: { documents: issued.length },
    }),
  );
  const day = localDateOf(batch.confirmedAt ?? batch.preparedAt, issued[0]?.zone ?? 'UTC');
  const name = `certificates_${day}_${issued.length}.zip`;
  return { name, documents: issued.length, open: () => zipFile(entries) };
}
