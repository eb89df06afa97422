import { listSnapshots } from '~/domain/credentials/list-snapshots.server';
import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findBadge } from './data/badges.server';

/** Seconds after which a badge that is being made should be there. */
const IN_MAKING_SECONDS = 10;

/**
 * The badge of a document as it was signed, in the first language of its paper unless another one is asked for; null for an
 * unknown serial. Whatever became of the document: the status lists tell. Public. Throws `proofs.badge-in-making` (issued a
 * moment ago).
 */
export async function getBadge(
  ctx: Ctx,
  { serial, lang }: { serial: string; lang?: Lang | undefined },
): Promise<{ body: string; sha256: string } | null> {
  const [issued] = await listSnapshots(ctx, { serial });
  if (!issued) return null;
  const badge = await findBadge(ctx.db, issued.serial, lang ?? issued.languages[0]);
  if (!badge) throw new DomainError('not-found', 'proofs.badge-in-making', { retryAfter: IN_MAKING_SECONDS });
  return { body: badge.body, sha256: badge.sha256 };
}
