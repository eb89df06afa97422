import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

export type DescribedRow = {
  personId: string;
  accountId: string | null;
  lang: string | null;
  /** Null until it is confirmed. */
  email: string | null;
  names: { script: string; kind: string; family: string; given: string; patronymic: string | null }[];
  /** Of records that were joined to this one. */
  joinedNames: DescribedRow['names'];
  /** This one was joined to another. */
  isJoined: boolean;
  organisation: { id: string; path: string; name: unknown } | null;
};

export type Described =
  | { personIds: readonly string[] }
  | { accountIds: readonly string[] }
  | { roles: readonly string[]; organisationIds: readonly string[] }
  | { path: string | null; after: string | null; take: number }
  | { words: readonly string[]; email: string; paths: readonly string[]; orPlaceless: boolean; take: number };

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function whereOf(input: Described): Prisma.Sql {
  if ('personIds' in input) return Prisma.sql`p.id = ANY(${[...input.personIds]}::uuid[])`;
  if ('accountIds' in input) return Prisma.sql`a.id = ANY(${[...input.accountIds]}::uuid[])`;
  if ('roles' in input)
    return Prisma.sql`a.id IN (SELECT g.account_id FROM role_grant g WHERE g.withdrawn_at IS NULL
      AND g.role = ANY(${[...input.roles]}) AND g.organisation_id = ANY(${[...input.organisationIds]}::uuid[]))`;
  if ('after' in input)
    return Prisma.sql`p.joined_to_id IS NULL AND ${input.path === null ? Prisma.sql`o.id IS NULL` : Prisma.sql`coalesce(o.path, '/') LIKE ${`${escaped(input.path)}%`}`}
      AND ${input.after ? Prisma.sql`p.id > ${input.after}::uuid` : Prisma.sql`true`}`;
  const fits = input.words.map((word) => Prisma.sql`s.folded LIKE ${`%${escaped(word)}%`}`);
  const byName =
    fits.length > 0
      ? Prisma.sql`SELECT coalesce(j.joined_to_id, j.id) FROM person_name s JOIN person j ON j.id = s.person_id
          WHERE ${Prisma.join(fits, ' AND ')} UNION`
      : Prisma.empty;
  const below = input.paths.map((path) => Prisma.sql`coalesce(o.path, '/') LIKE ${`${escaped(path)}%`}`);
  if (input.orPlaceless) below.push(Prisma.sql`o.id IS NULL`);
  return Prisma.sql`p.id IN (${byName} SELECT m.person_id FROM account m WHERE m.email = ${input.email})
    AND p.joined_to_id IS NULL AND (${below.length > 0 ? Prisma.join(below, ' OR ') : Prisma.sql`false`})`;
}

const BY_NAME = Prisma.sql`
  (SELECT min(n.folded COLLATE "C") FROM person_name n WHERE n.person_id = p.id AND n.replaced_at IS NULL),`;

/** Names and places of people; those found by a search by name. */
export function selectDescribed({ db }: Ctx, input: Described): Promise<DescribedRow[]> {
  const limit = 'take' in input ? Prisma.sql`LIMIT ${input.take}` : Prisma.empty;
  return db.$queryRaw<DescribedRow[]>(Prisma.sql`
    SELECT p.id AS "personId", a.id AS "accountId", a.lang,
      CASE WHEN a.email_confirmed_at IS NOT NULL THEN a.email END AS email,
      coalesce((SELECT json_agg(json_build_object('script', n.script, 'kind', n.kind, 'family', n.family,
          'given', n.given, 'patronymic', n.patronymic) ORDER BY n.recorded_at, n.id)
        FROM person_name n WHERE n.person_id = p.id AND n.replaced_at IS NULL), '[]') AS names,
      p.joined_to_id IS NOT NULL AS "isJoined",
      coalesce((SELECT json_agg(json_build_object('script', n.script, 'kind', n.kind, 'family', n.family,
          'given', n.given, 'patronymic', n.patronymic) ORDER BY n.recorded_at, n.id)
        FROM person j JOIN person_name n ON n.person_id = j.id
        WHERE j.joined_to_id = p.id AND n.replaced_at IS NULL), '[]') AS "joinedNames",
      CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'path', o.path, 'name', o.name) END AS organisation
    FROM person p LEFT JOIN account a ON a.person_id = p.id
      LEFT JOIN LATERAL (SELECT f.organisation_id FROM affiliation f
        WHERE f.person_id = p.id AND f.ended_at IS NULL ORDER BY f.recorded_at DESC LIMIT 1) f ON true
      LEFT JOIN organisation o ON o.id = f.organisation_id
    WHERE ${whereOf(input)}
    ORDER BY ${'after' in input ? Prisma.empty : BY_NAME} p.id
    ${limit}`);
}
