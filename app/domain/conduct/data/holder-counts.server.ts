import type { Scope } from '~/domain/licensing/policy';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { reached } from '~/platform/db/like-text.server';
import type { LocalDate } from '~/platform/local-date';

const { sql } = Prisma;

/** The levels of a framework, the version asked for, and the day there. */
export type CountedCode = { versionId: string; levelIds: readonly string[]; today: LocalDate };

export type AcceptanceCount = { versionId: string; holders: number; accepted: number };

/**
 * Of everybody in the scope with a licence that has begun, has not ended (paused days are added to its last day) and was
 * neither revoked nor surrendered: how many there are, and how many accepted the version of their federation.
 */
export function countStatement(codes: readonly CountedCode[], scope: Scope): Prisma.Sql {
  const levels = codes.flatMap(({ versionId, levelIds, today }) =>
    levelIds.map((levelId) => ({ versionId, levelId, today })),
  );
  return sql`
    WITH asked AS (SELECT (l ->> 'versionId')::uuid AS version_id, (l ->> 'levelId')::uuid AS level_id,
        (l ->> 'today')::date AS today FROM jsonb_array_elements(${JSON.stringify(levels)}::jsonb) l),
      live AS (
        SELECT p.* FROM licence_period p WHERE p.until + p.paused_days >= (SELECT min(k.today) FROM asked k))
    SELECT k.version_id::text AS "versionId", count(DISTINCT q.person_id)::int AS holders,
           count(DISTINCT a.person_id)::int AS accepted
    FROM live p JOIN qualification q ON q.id = p.qualification_id
    JOIN asked k ON k.level_id = q.level_id
    LEFT JOIN code_acceptance a ON a.version_id = k.version_id AND a.person_id = q.person_id
    WHERE p."from" <= k.today AND p.until + p.paused_days >= k.today
      AND ${reached({ ids: scope.levelIds, paths: scope.paths }, sql`q.level_id`, sql`p.path`)}
      AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id AND r.effective_on <= k.today
                        AND (r.annulled_on IS NULL OR r.annulled_on > k.today))
      AND NOT EXISTS (SELECT 1 FROM surrender w WHERE w.qualification_id = q.id AND w.effective_on <= k.today)
    GROUP BY k.version_id`;
}

export const countAcceptances = async (
  db: Db,
  codes: readonly CountedCode[],
  scope: Scope,
): Promise<AcceptanceCount[]> =>
  codes.length === 0 ? [] : db.$queryRaw<AcceptanceCount[]>(countStatement(codes, scope));
