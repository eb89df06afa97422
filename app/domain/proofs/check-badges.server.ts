import { createHash } from 'node:crypto';
import { listSnapshots } from '~/domain/credentials/list-snapshots.server';
import type { IssuedSnapshot } from '~/domain/credentials/types';
import { LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { listBySerials, type StoredBadge } from './data/badges.server';
import { isSigned } from './documents/data-integrity.server';
import { agrees, readBadge } from './rules/badge-fault';

export type BadgeFault = {
  serial: string;
  lang: Lang;
  problem: 'badge-changed' | 'badge-unreadable' | 'badge-differs' | 'signature-wrong';
};

export type CheckedBadges = {
  checked: number;
  /** Badges that are still being signed. */
  waiting: number;
  fault: BadgeFault | null;
  /** Where the next page begins; null after the last one. */
  next: string | null;
};

async function problemOf(ctx: Ctx, issued: IssuedSnapshot, stored: StoredBadge) {
  if (createHash('sha256').update(stored.body).digest('hex') !== stored.sha256) return 'badge-changed';
  const badge = readBadge(stored.body);
  if (!badge) return 'badge-unreadable';
  if (!agrees(badge, issued, stored.lang)) return 'badge-differs';
  return (await isSigned(ctx, badge)) ? null : 'signature-wrong';
}

/**
 * Checks the badges of one page of documents: the stored text is the one that was signed, it says what was issued, and its
 * signature is that of a key of this installation. Stops at the first fault. Meant for the command line: it asks for no
 * right and tells serials only.
 */
export async function checkBadges(
  ctx: Ctx,
  { after, take }: { after: string | null; take: number },
): Promise<CheckedBadges> {
  const page: CheckedBadges = { checked: 0, waiting: 0, fault: null, next: null };
  const documents = await listSnapshots(ctx, { after, take });
  const stored = await listBySerials(
    ctx.db,
    documents.map(({ serial }) => serial),
  );
  for (const issued of documents) {
    const { serial } = issued;
    const own = stored.filter((badge) => badge.serial === serial);
    for (const badge of own) {
      const problem = await problemOf(ctx, issued, badge);
      if (problem) return { ...page, fault: { serial, lang: badge.lang, problem } };
      page.checked += 1;
    }
    page.waiting += LANGS.length - own.length;
  }
  return { ...page, next: documents.length < take ? null : (documents.at(-1)?.id ?? null) };
}
