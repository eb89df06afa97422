import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findWithDocument } from './data/credentials.server';
import { orderCard } from './documents/forms.server';
import type { PRINTED_FORMS } from './inputs';
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

type Asked = { serial: string; form?: (typeof PRINTED_FORMS)[number] };

/**
 * The issued certificate or licence card, for its holder and for registrars. A credential from before there were cards
 * gets one when it is asked for. Throws `credentials.no-document` (unknown, or somebody else's),
 * `credentials.document-in-making` and `credentials.card-in-making` (issued, or asked for, a moment ago).
 */
export async function getDocument(
  ctx: Ctx,
  { serial: typed, form = 'certificate' }: Asked,
): Promise<StoredDocument> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const serial = normaliseSerial(typed);
  const found = isSerial(serial) ? await findWithDocument(ctx.db, serial) : null;
  const own = found?.personId === actor.personId;
  if (!found || !mayReadDocument(actor, { ...found, paths: own ? [] : await pathsOf(ctx, found) })) {
    throw new DomainError('not-found', 'credentials.no-document');
  }
  const { document, card, number } = found;
  if (!document) throw new DomainError('conflict', 'credentials.document-in-making');
  if (form === 'card' && !card) {
    await orderCard(ctx, found.id);
    throw new DomainError('conflict', 'credentials.card-in-making');
  }
  const { storageKey, bytes, sha256 } = (form === 'card' && card) || document;
  const fileName = form === 'card' ? `${number}-card.pdf` : `${number}.pdf`;
  return { fileName, storageKey, bytes, sha256 };
}
