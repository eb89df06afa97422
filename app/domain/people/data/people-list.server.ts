import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

export type ListedRow = {
  accountId: string;
  personId: string;
  email: string | null;
  phone: string | null;
  lang: string;
  emailConfirmed: boolean;
  createdAt: Date;
  names: { script: string; kind: string; family: string; given: string; patronymic: string | null }[];
  roles: string[];
};

export type Search = {
  /** Folded words; a person fits when one of their spellings holds them all. */
  words: readonly string[];
  /** A part of an e-mail address or phone number. */
  contact: string;
};

const escaped = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** People whose names or contact fit; each half is answered by its own trigram index. */
function found({ words, contact }: Search): Prisma.Sql {
  const part = escaped(contact);
  const byContact = Prisma.sql`SELECT c.person_id FROM account c WHERE c.email LIKE ${part} OR c.phone LIKE ${part}`;
  if (words.length === 0) return byContact;
  const fits = words.map((word) => Prisma.sql`n.folded LIKE ${escaped(word)}`);
  return Prisma.sql`SELECT n.person_id FROM person_name n WHERE ${Prisma.join(fits, ' AND ')}
    UNION SELECT p.joined_to_id FROM person_name n JOIN person p ON p.id = n.person_id
      WHERE p.joined_to_id IS NOT NULL AND ${Prisma.join(fits, ' AND ')} UNION ${byContact}`;
}

/** Newest accounts first: one page below the key `after`, one row more than asked tells that there is a next page. */
export function selectPeople(
  { db }: Ctx,
  page: { search: Search | null; after: string | null; take: number },
): Promise<ListedRow[]> {
  const conditions = [
    ...(page.search ? [Prisma.sql`a.person_id IN (${found(page.search)})`] : []),
    ...(page.after ? [Prisma.sql`a.id < ${page.after}::uuid`] : []),
  ];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return db.$queryRaw<ListedRow[]>(Prisma.sql`
    SELECT a.id AS "accountId", a.person_id AS "personId", a.email, a.phone, a.lang,
      a.email_confirmed_at IS NOT NULL AS "emailConfirmed", a.created_at AS "createdAt",
      coalesce((SELECT json_agg(json_build_object('script', n.script, 'kind', n.kind, 'family', n.family,
          'given', n.given, 'patronymic', n.patronymic) ORDER BY n.recorded_at, n.id)
        FROM person_name n WHERE n.person_id = a.person_id AND n.replaced_at IS NULL), '[]') AS names,
      ARRAY(SELECT DISTINCT g.role FROM role_grant g
        WHERE g.account_id = a.id AND g.withdrawn_at IS NULL ORDER BY g.role) AS roles
    FROM account a ${where} ORDER BY a.id DESC LIMIT ${page.take}`);
}
