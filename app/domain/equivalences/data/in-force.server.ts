import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { fromDb, type LocalDate } from '~/platform/local-date';
import type { InForce } from '../types';

const { sql } = Prisma;

const rowSchema = z.array(
  z.object({
    id: z.string(),
    external: z.string(),
    levelId: z.string(),
    counts: z.array(z.string()),
    conditions: localizedText,
    begins: z.date().transform(fromDb),
    validUntil: z.date().transform(fromDb).nullable(),
  }),
);

export type InForceQuestion = { externals: readonly string[]; on: LocalDate; withComing: boolean };

/** Equivalences of external levels that count on the day, and with `withComing` those that will count later. */
export const inForceQuery = ({ externals, on, withComing }: InForceQuestion): Prisma.Sql => sql`
  SELECT e.id::text AS id, e.external, e.level_id::text AS "levelId", e.counts, e.conditions,
         c.effective_on AS begins, LEAST(e.valid_until, d.effective_on - 1) AS "validUntil"
  FROM equivalence e JOIN equivalence_act c ON c.equivalence_id = e.id AND c.act = 'confirm'
       LEFT JOIN equivalence_act d ON d.equivalence_id = e.id AND d.act = 'end'
  WHERE e.external = ANY(${[...externals]}) AND (${withComing} OR c.effective_on <= ${on}::date)
    AND (e.valid_until IS NULL OR e.valid_until >= ${on}::date)
    AND (d.effective_on IS NULL OR d.effective_on > GREATEST(${on}::date, c.effective_on))
  ORDER BY c.effective_on, e.id`;

export const findInForce = async (db: Db, question: InForceQuestion): Promise<InForce[]> =>
  rowSchema.parse(await db.$queryRaw(inForceQuery(question)));
