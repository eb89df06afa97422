import type { Lang } from '~/i18n/locales';
import { isLang } from '~/i18n/locales';
import type { Db } from '~/platform/context';
import type { SignedBadge } from '~/platform/db/client';

export type StoredBadge = Omit<SignedBadge, 'lang'> & { lang: Lang };

function withLang(row: SignedBadge): StoredBadge {
  if (!isLang(row.lang)) throw new Error(`The badge ${row.serial} has no language ${row.lang}`);
  return { ...row, lang: row.lang };
}

export async function findBadge(db: Db, serial: string, lang: Lang): Promise<StoredBadge | null> {
  const row = await db.signedBadge.findUnique({ where: { serial_lang: { serial, lang } } });
  return row && withLang(row);
}

export async function listBySerials(db: Db, serials: readonly string[]): Promise<StoredBadge[]> {
  const rows = await db.signedBadge.findMany({ where: { serial: { in: [...serials] } } });
  return rows.map(withLang);
}

/** The languages of a document's badges, and the number of their status lists. */
export const listLangs = (db: Db, serial: string) =>
  db.signedBadge.findMany({ where: { serial }, select: { lang: true, listNo: true } });

/** How many badges each of the documents has; those without any are left out. */
export async function countBySerial(db: Db, serials: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.signedBadge.groupBy({
    by: ['serial'],
    where: { serial: { in: [...serials] } },
    _count: true,
  });
  return new Map(rows.map(({ serial, _count }) => [serial, _count]));
}

/** A badge that is there already stays as it is. */
export const insertBadge = (db: Db, row: StoredBadge) =>
  db.signedBadge.createMany({ data: [row], skipDuplicates: true });
