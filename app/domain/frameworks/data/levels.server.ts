import { z } from 'zod';
import { readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { Prisma, type RuleSetVersion } from '~/platform/db/client';
import { fromDb, type LocalDate } from '~/platform/local-date';
import {
  componentRule,
  criteria,
  expiryRule,
  pointsRule,
  reinstatementTier,
  requirement,
  signatory,
} from '../inputs';
import type { FrameworkFacts, Level, RuleSet } from '../types';

const components = z.array(componentRule);
const signatories = z.array(signatory);
const reinstatement = z.array(reinstatementTier);

type RuleRow = Omit<RuleSetVersion, 'effectiveFrom' | 'recordedAt' | 'withdrawnAt'> & {
  effectiveFrom: LocalDate;
  isWithdrawn: boolean;
};

const readRules = (row: RuleRow): RuleSet => ({
  ...row,
  prerequisites: requirement.parse(row.prerequisites),
  components: components.parse(row.components),
  expiry: expiryRule.parse(row.expiry),
  keysRequired: row.keysRequired === 2 ? 2 : 1,
  points: pointsRule.nullable().parse(row.points),
  reinstatement: reinstatement.parse(row.reinstatement),
});

export const readRuleSet = ({
  recordedAt: _at,
  effectiveFrom,
  withdrawnAt,
  ...row
}: RuleSetVersion): RuleSet =>
  readRules({ ...row, effectiveFrom: fromDb(effectiveFrom), isWithdrawn: withdrawnAt !== null });

/** Every version of a level's rules, oldest first. */
const RULE_SETS = Prisma.sql`
  SELECT json_agg(json_build_object('id', r.id, 'levelId', r.level_id, 'number', r.number,
    'effectiveFrom', r.effective_from, 'prerequisites', r.prerequisites, 'components', r.components,
    'expiry', r.expiry, 'windowMonths', r.window_months, 'graceMonths', r.grace_months,
    'cutOffDays', r.cut_off_days, 'keysRequired', r.keys_required, 'points', r.points,
    'reinstatement', r.reinstatement, 'isWithdrawn', r.withdrawn_at IS NOT NULL)
    ORDER BY r.effective_from, r.number)
  FROM rule_set_version r WHERE r.level_id = l.id`;

/** A framework's signatories whose appointment is confirmed, until the day that is their last now. */
const SIGNATORIES = Prisma.sql`
  SELECT json_agg(json_build_object('name', s.name, 'office', s.office, 'organisation', s.organisation,
    'from', s."from", 'until', coalesce((SELECT min(a."on") FROM signatory_act a
      WHERE a.signatory_id = s.id AND a.act = 'confirm-end'), s.until)) ORDER BY s.rank, s."from", s.id)
  FROM signatory s WHERE s.framework_id = f.id
    AND EXISTS (SELECT 1 FROM signatory_act a WHERE a.signatory_id = s.id AND a.act = 'confirm')`;

type FrameworkRow = Omit<FrameworkFacts, 'name' | 'signatories'> & { name: unknown; signatories: unknown };

type LevelRow = Pick<Level, 'id' | 'slug' | 'rank'> & {
  name: unknown;
  summary: unknown;
  criteria: unknown;
  framework: FrameworkRow;
  ruleSets: RuleRow[];
};

/** Levels with their frameworks and every version of their rules, in the order of the ladder: one statement. */
const levelsWhere = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT l.id, l.slug, l.rank, l.name, l.summary, l.criteria, coalesce((${RULE_SETS}), '[]') AS "ruleSets",
    json_build_object('id', f.id, 'slug', f.slug, 'organisationId', f.organisation_id, 'path', f.path, 'name', f.name,
      'zone', f.zone, 'numberPrefix', f.number_prefix, 'signatories', coalesce((${SIGNATORIES}), '[]')) AS framework
  FROM level l JOIN framework_version v ON v.id = l.version_id JOIN framework f ON f.id = v.framework_id
  WHERE ${which} ORDER BY l.version_id, l.rank`;

const readFramework = (row: FrameworkRow): FrameworkFacts => ({
  ...row,
  name: readText(row.name),
  signatories: signatories.parse(row.signatories),
});

type StoredLevel = Omit<Level, 'ruleSet' | 'explanation'>;

async function selectLevels(db: Db, which: Prisma.Sql): Promise<StoredLevel[]> {
  const rows = await db.$queryRaw<LevelRow[]>(levelsWhere(which));
  return rows.map((row) => ({
    ...row,
    name: readText(row.name),
    summary: readText(row.summary),
    criteria: criteria.parse(row.criteria),
    framework: readFramework(row.framework),
    ruleSets: row.ruleSets.map(readRules),
  }));
}

/** All levels of all frameworks. */
export const loadLevels = (db: Db): Promise<StoredLevel[]> => selectLevels(db, Prisma.sql`true`);

export const findLevel = async (db: Db, slug: string): Promise<StoredLevel | null> =>
  (await selectLevels(db, Prisma.sql`l.slug = ${slug}`))[0] ?? null;
