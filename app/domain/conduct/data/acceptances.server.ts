import type { Lang } from '~/i18n/locales';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';

const { sql } = Prisma;

type NewAcceptance = { personId: string; versionId: string; lang: Lang; acceptedAt: Date };

/** The id; null when the person has accepted this version before. */
export async function insertAcceptance(db: Db, row: NewAcceptance): Promise<string | null> {
  const id = newId();
  const { count } = await db.codeAcceptance.createMany({ data: [{ ...row, id }], skipDuplicates: true });
  return count === 1 ? id : null;
}

export const hasAccepted = async (
  db: Db,
  { personId, versionId }: { personId: string; versionId: string },
): Promise<boolean> =>
  (await db.codeAcceptance.findUnique({ where: { personId_versionId: { personId, versionId } } })) !== null;

export type OwnAcceptance = {
  frameworkId: string;
  versionId: string;
  number: number;
  lang: string;
  acceptedAt: Date;
};

/** What a person has accepted, newest versions first. */
export const listAcceptancesOf = (db: Db, personId: string): Promise<OwnAcceptance[]> =>
  db.$queryRaw<OwnAcceptance[]>(sql`
    SELECT v.framework_id::text AS "frameworkId", v.id::text AS "versionId", v.number, a.lang, a.accepted_at AS "acceptedAt"
    FROM code_acceptance a JOIN code_version v ON v.id = a.version_id
    WHERE a.person_id = ${personId}::uuid ORDER BY v.framework_id, v.number DESC`);

/** Whether a framework has a code at all, and what a person accepted of it last: one statement. */
export async function findLastAcceptance(
  db: Db,
  { personId, frameworkId, today }: { personId: string; frameworkId: string; today: LocalDate },
): Promise<{ current: number; number: number | null; acceptedAt: Date | null } | null> {
  const [row] = await db.$queryRaw<{ current: number; number: number | null; acceptedAt: Date | null }[]>(sql`
    SELECT c.number AS current, a.number, a.accepted_at AS "acceptedAt"
    FROM (SELECT v.number FROM code_version v WHERE v.framework_id = ${frameworkId}::uuid AND v.number IS NOT NULL
        AND v.in_force_from <= ${today}::date ORDER BY v.number DESC LIMIT 1) c
    LEFT JOIN LATERAL (SELECT v.number, x.accepted_at FROM code_acceptance x JOIN code_version v ON v.id = x.version_id
      WHERE x.person_id = ${personId}::uuid AND v.framework_id = ${frameworkId}::uuid
      ORDER BY v.number DESC LIMIT 1) a ON true`);
  return row ?? null;
}

/** Who of these people has accepted the version that is in force on a day, by framework, and when. */
export const findAcceptedOn = (
  db: Db,
  { personIds, on }: { personIds: readonly string[]; on: LocalDate },
): Promise<{ personId: string; frameworkId: string; acceptedAt: Date }[]> =>
  db.$queryRaw(sql`
    SELECT a.person_id::text AS "personId", c.framework_id::text AS "frameworkId", a.accepted_at AS "acceptedAt"
    FROM (SELECT DISTINCT ON (v.framework_id) v.id, v.framework_id FROM code_version v
      WHERE v.number IS NOT NULL AND v.in_force_from <= ${on}::date ORDER BY v.framework_id, v.number DESC) c
    JOIN code_acceptance a ON a.version_id = c.id AND a.person_id = ANY(${[...personIds]}::uuid[])`);
