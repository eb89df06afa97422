import { readText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Ctx, Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { type TextKind, textKind } from '../inputs';
import type { WaitingText } from '../types';

type Row = { kind: string; id: string; position: number; japanese: string; text: unknown };

/** All texts of the lexicon: meanings of techniques, of the pieces of their names, and terms. */
const TEXTS = Prisma.sql`
  SELECT 'technique' AS kind, id, position, kanji AS japanese, meaning AS text FROM technique
  UNION ALL SELECT 'element', kanji, 0, kanji, meaning FROM name_element
  UNION ALL SELECT 'term', id, position, name -> 'ja' ->> 'text', name FROM term`;

const toWaiting = ({ kind, id, japanese, text }: Row): WaitingText => ({
  ref: `${kind}:${id}`,
  kind: textKind.parse(kind),
  japanese,
  text: readText(text),
});

type Page = { lang: Lang; kind: TextKind | undefined; after: string | undefined; take: number };

/** Texts of a machine in this language, by their reference, after one of them. */
export async function selectWaiting(db: Db, { lang, kind, after, take }: Page): Promise<WaitingText[]> {
  const conditions = [
    Prisma.sql`text -> ${lang} ->> 'origin' = 'machine'`,
    ...(kind ? [Prisma.sql`kind = ${kind}`] : []),
    ...(after ? [Prisma.sql`kind || ':' || id > ${after} COLLATE "C"`] : []),
  ];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT * FROM (${TEXTS}) texts WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY kind || ':' || id COLLATE "C" LIMIT ${take}`);
  return rows.map(toWaiting);
}

export type WaitingCount = { lang: string; kind: string; count: number };

export const countWaiting = (db: Db): Promise<WaitingCount[]> =>
  db.$queryRaw<WaitingCount[]>(Prisma.sql`
    SELECT entry.key AS lang, kind, count(*)::int AS count
    FROM (${TEXTS}) texts, jsonb_each(text - 'original') entry
    WHERE entry.value ->> 'origin' = 'machine' GROUP BY 1, 2`);

/** One text, locked until the transaction ends by the lexicon's row; null when there is none. */
export async function selectText(tx: Ctx, ref: string): Promise<WaitingText | null> {
  const [kind = '', ...rest] = ref.split(':');
  const [row] = await tx.db.$queryRaw<Row[]>(Prisma.sql`
    SELECT * FROM (${TEXTS}) texts WHERE kind = ${kind} AND id = ${rest.join(':')}`);
  return row ? toWaiting(row) : null;
}

/** Writes a text back to where it came from. */
export async function saveText(tx: Ctx, { ref, kind, text }: WaitingText): Promise<void> {
  const id = ref.slice(kind.length + 1);
  if (kind === 'technique') await tx.db.technique.update({ where: { id }, data: { meaning: text } });
  else if (kind === 'element')
    await tx.db.nameElement.update({ where: { kanji: id }, data: { meaning: text } });
  else await tx.db.term.update({ where: { id }, data: { name: text } });
}
