import { Prisma } from '~/platform/db/client';
import { likeText, reached } from '~/platform/db/like-text.server';
import { isCovered, type RegisterFilter } from '../rules/register-query';
import { STANDING } from './licences-on.server';

const { sql } = Prisma;

/** The longest time between a last day and the end of grace, in days: one step into an index. */
const LONGEST_GRACE = sql`(SELECT coalesce(max(g.grace_until - g.until), 0) FROM licence_period g)`;

/** The shortest time between the opening of a window and the last day, in days: likewise. */
const SHORTEST_WINDOW = sql`(SELECT coalesce(min(g.until - g.window_opens), 0) FROM licence_period g)`;

/**
 * The planner takes it that a computed text equals another in one of 200 rows, and would rather read everything than
 * walk an index until a page is full; as a case it guesses every second row.
 */
const holds = (condition: Prisma.Sql): Prisma.Sql => sql`CASE WHEN ${condition} THEN true ELSE false END`;

/**
 * Without the rows of which something is true that is true of few. As NOT EXISTS each would be one more table whose place
 * among the joins the planner tries out, for longer than the rows are read; so it asks row by row and expects nearly all.
 */
const seldom = (rare: Prisma.Sql): Prisma.Sql => sql`CASE WHEN ${rare} THEN NULL ELSE true END IS NOT NULL`;

const isState = (state: string): Prisma.Sql => holds(sql`s.state = ${state}`);

const IS_REVOKED = sql`EXISTS (SELECT 1 FROM revocation v WHERE v.qualification_id = q.id
  AND v.effective_on <= t.today AND (v.annulled_on IS NULL OR v.annulled_on > t.today))`;
const IS_SURRENDERED = sql`EXISTS (SELECT 1 FROM surrender v WHERE v.qualification_id = q.id AND v.effective_on <= t.today)`;
/** Either, as one table more for the planner instead of two. */
const IS_OVER = sql`EXISTS (SELECT 1 FROM (SELECT qualification_id, effective_on, annulled_on FROM revocation
    UNION ALL SELECT qualification_id, effective_on, NULL FROM surrender) v
  WHERE v.qualification_id = q.id AND v.effective_on <= t.today AND (v.annulled_on IS NULL OR v.annulled_on > t.today))`;

/**
 * What each list asks for. The bounds on the last day follow from the state and let the index of last days begin and
 * end where such rows can be; the state itself is decided by the words of rules/licence-standing.ts.
 */
function stateConditions({ state, first, last }: RegisterFilter): Prisma.Sql[] {
  const running = sql`${STANDING.until} >= ${first}::date`;
  const over = sql`${STANDING.until} < ${last}::date`;
  const inGrace = sql`${STANDING.until} >= ${first}::date - ${LONGEST_GRACE}`;
  switch (state) {
    case 'all':
      return [];
    case 'current':
      return [inGrace, sql`${STANDING.graceUntil} >= t.today`, sql`NOT ${IS_OVER}`];
    case 'revoked':
      return [IS_REVOKED];
    case 'surrendered':
      return [IS_SURRENDERED, sql`NOT ${IS_REVOKED}`];
    case 'grace':
      return [over, inGrace, isState(state)];
    case 'lapsed':
      return [over, sql`${STANDING.graceUntil} < t.today`, isState(state)];
    case 'active':
      return [
        sql`${STANDING.until} > ${first}::date + ${SHORTEST_WINDOW}`,
        sql`${STANDING.windowOpens} > t.today`,
        isState(state),
      ];
    case 'renewable':
      return [running, sql`${STANDING.windowOpens} <= t.today`, isState(state)];
    case 'suspended':
      return [running, isState(state)];
  }
}

function holderConditions({ path, words, qualificationIds }: RegisterFilter): Prisma.Sql[] {
  const parts = words.map((word) => sql`h.folded_names LIKE ${`%${likeText(word)}%`}`);
  if (qualificationIds) parts.push(sql`q.id = ANY(${[...qualificationIds]}::uuid[])`);
  if (path) parts.push(sql`p.path LIKE ${`${likeText(path)}%`}`);
  return parts;
}

/** States of which none is over for good; the planner takes long enough over one mention of the state. */
const LIVING: readonly RegisterFilter['state'][] = ['current', 'grace', 'active', 'renewable', 'suspended'];

function missingConditions({ missing, state }: RegisterFilter): Prisma.Sql[] {
  if (missing === '') return [];
  // Conditions mean nothing any more for what is over for good.
  const lives = LIVING.includes(state) ? [] : [sql`s.state NOT IN ('revoked', 'surrendered', 'lapsed')`];
  if (missing === 'any') return [sql`cardinality(m.missing) > 0`, ...lives];
  return [...lives, holds(sql`${missing} = ANY(p.components)`), holds(sql`${missing} = ANY(m.missing)`)];
}

/** Everything that the filter and the registrar's scope ask of a row. */
export function registerConditions(filter: RegisterFilter): Prisma.Sql {
  const { scope, levelIds, ends, within } = filter;
  const parts = [...stateConditions(filter), ...holderConditions(filter), ...missingConditions(filter)];
  if (!isCovered(filter))
    parts.push(reached({ ids: scope.levelIds, paths: scope.paths }, sql`q.level_id`, sql`p.path`));
  if (within !== null)
    parts.push(
      sql`${STANDING.until} BETWEEN t.today AND t.today + ${within}::int`,
      seldom(sql`EXISTS (SELECT 1 FROM licence_period w
        WHERE w.qualification_id = p.qualification_id AND w.no > p.no)`),
    );
  if (ends.from) parts.push(sql`${STANDING.until} >= ${ends.from}::date`);
  if (ends.to) parts.push(sql`${STANDING.until} <= ${ends.to}::date`);
  if (levelIds) parts.push(sql`q.level_id = ANY(${[...levelIds]}::uuid[])`);
  return Prisma.join(parts.length > 0 ? parts : [sql`true`], ' AND ');
}
