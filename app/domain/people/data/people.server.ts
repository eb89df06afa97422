import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { Contact } from '../inputs';

export type PersonKey = { accountId: string } | { personId: string } | { contact: Contact };

export type PersonRow = {
  personId: string;
  accountId: string | null;
  email: string | null;
  phone: string | null;
  lang: string | null;
  emailConfirmed: boolean;
  /** The record was joined to another one. */
  isJoined: boolean;
  names: { script: string; kind: string; family: string; given: string; patronymic: string | null }[];
  grants: {
    id: string;
    role: string;
    organisationId: string;
    path: string;
    lang: string | null;
    level: string | null;
  }[];
  organisation: { id: string; path: string } | null;
};

/** The column a key looks in; each makes one prepared statement. */
function lookupOf(key: PersonKey): { by: string; value: string | null } {
  if ('accountId' in key) return { by: 'a.id', value: key.accountId };
  if ('personId' in key) return { by: 'p.id', value: key.personId };
  const { email, phone } = key.contact;
  return email === null ? { by: 'a.phone', value: phone } : { by: 'a.email', value: email };
}

const personBy = (column: string): string => `
  SELECT p.id AS "personId", a.id AS "accountId", a.email, a.phone, a.lang,
    a.email_confirmed_at IS NOT NULL AS "emailConfirmed", p.joined_to_id IS NOT NULL AS "isJoined",
    coalesce((SELECT json_agg(json_build_object('script', n.script, 'kind', n.kind, 'family', n.family,
        'given', n.given, 'patronymic', n.patronymic) ORDER BY n.recorded_at, n.id)
      FROM person_name n WHERE n.person_id = p.id AND n.replaced_at IS NULL), '[]') AS names,
    coalesce((SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'organisationId', g.organisation_id,
        'path', o.path, 'lang', g.lang, 'level', g.level) ORDER BY g.granted_at, g.id)
      FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
      WHERE g.account_id = a.id AND g.withdrawn_at IS NULL), '[]') AS grants,
    (SELECT json_build_object('id', o.id, 'path', o.path)
      FROM affiliation f JOIN organisation o ON o.id = f.organisation_id
      WHERE f.person_id = p.id AND f.ended_at IS NULL ORDER BY f.recorded_at DESC LIMIT 1) AS organisation
  FROM person p LEFT JOIN account a ON a.person_id = p.id
  WHERE ${column} = $1${column.endsWith('.id') ? '::uuid' : ''}`;

/** Everything that says who somebody is, in one statement; it runs on every page of people who are signed in. */
export async function selectPerson({ query }: Ctx, key: PersonKey): Promise<PersonRow | null> {
  const { by, value } = lookupOf(key);
  const rows = await query<PersonRow>({ name: `person-by-${by}`, text: personBy(by) }, [value]);
  return rows[0] ?? null;
}

/** A person with an account. Throws Prisma's P2002 when the contact is taken. */
export async function insertAccount(
  tx: Ctx,
  facts: { contact: Contact; lang: Lang },
): Promise<{ accountId: string; personId: string }> {
  const now = tx.clock.now();
  const [personId, accountId] = [newId(), newId()];
  await tx.db.person.create({ data: { id: personId, createdAt: now } });
  await tx.db.account.create({
    data: { id: accountId, personId, ...facts.contact, lang: facts.lang, createdAt: now },
  });
  return { accountId, personId };
}

export async function insertConsent(
  tx: Ctx,
  facts: { accountId: string; kind: string; version: string; lang: Lang },
): Promise<void> {
  await tx.db.consent.create({ data: { id: newId(), ...facts, givenAt: tx.clock.now() } });
}

export const updateLang = (tx: Ctx, accountId: string, lang: Lang) =>
  tx.db.account.update({ where: { id: accountId }, data: { lang } });

/** Keeps the first confirmation. */
export const confirmEmailRow = (tx: Ctx, accountId: string) =>
  tx.db.account.updateMany({
    where: { id: accountId, emailConfirmedAt: null, email: { not: null } },
    data: { emailConfirmedAt: tx.clock.now() },
  });

/** Sets a proved address; one that was proved before keeps its date. Throws Prisma's P2002 when it is somebody else's. */
export const updateEmail = (tx: Ctx, accountId: string, email: string) =>
  tx.db.account.updateMany({
    where: { id: accountId, OR: [{ emailConfirmedAt: null }, { NOT: { email } }] },
    data: { email, emailConfirmedAt: tx.clock.now() },
  });

export const selectConsents = ({ db }: Ctx, accountId: string) =>
  db.consent.findMany({ where: { accountId }, orderBy: [{ givenAt: 'asc' }, { id: 'asc' }] });

export const selectAccount = ({ db }: Ctx, accountId: string) =>
  db.account.findUnique({ where: { id: accountId } });
