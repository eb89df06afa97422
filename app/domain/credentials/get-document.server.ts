import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findWithDocument } from './data/credentials.server';
import { mayReadDocument } from './rules/may-read-document';
import { isSerial, normaliseSerial } from './rules/serial';

export type StoredDocument = {
  /** Such as 'KJF-2026-000117.pdf'. */
  fileName: string;
  /** Key in `ctx.storage`. */
  storageKey: string;
  bytes: number;
  /** Of the bytes, hex. */
  sha256: string;
};

type Owned = { personId: string; frameworkId: string };

/** Where registrars reach this document: the framework's organisation and the holder's. */
async function pathsOf(ctx: Ctx, { personId, frameworkId }: Owned): Promise<string[]> {
  const levels = await listLevels(ctx);
  const framework = levels.find((level) => level.framework.id === frameworkId)?.framework.path;
  const holder = (await ctx.ports.describeHolder(ctx, personId))?.path;
  return [framework, holder].filter((path) => path !== undefined);
}

/**
 * The issued certificate, for its holder and for registrars. Throws `credentials.no-document` (unknown, or somebody
 * else's) and `credentials.document-in-making` (issued a moment ago).
 */
export async function getDocument(ctx: Ctx, { serial: typed }: { serial: string }): Promise<StoredDocument> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const serial = normaliseSerial(typed);
  const found = isSerial(serial) ? await findWithDocument(ctx.db, serial) : null;
  const own = found?.personId === actor.personId;
  if (!found || !mayReadDocument(actor, { ...found, paths: own ? [] : await pathsOf(ctx, found) })) {
    throw new DomainError('not-found', 'credentials.no-document');
  }
  const { document, number } = found;
  if (!document) throw new DomainError('conflict', 'credentials.document-in-making');
  const { storageKey, bytes, sha256 } = document;
  return { fileName: `${number}.pdf`, storageKey, bytes, sha256 };
}
