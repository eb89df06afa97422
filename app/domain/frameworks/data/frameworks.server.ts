import { z } from 'zod';
import { type LocalizedText, readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { type Level as LevelRow, Prisma, type RuleSetVersion } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, toDb } from '~/platform/local-date';
import {
  componentRule,
  criteria,
  expiryRule,
  type FrameworkDefinition,
  pointsRule,
  reinstatementTier,
  requirement,
  signatory,
} from '../inputs';
import type { FrameworkFacts, Level, RuleSet } from '../types';
import { insertFirstTerms } from './signatories.server';

const components = z.array(componentRule);
const signatories = z.array(signatory);
const reinstatement = z.array(reinstatementTier);

export const readRuleSet = (row: RuleSetVersion): RuleSet => ({
  id: row.id,
  levelId: row.levelId,
  number: row.number,
  effectiveFrom: fromDb(row.effectiveFrom),
  prerequisites: requirement.parse(row.prerequisites),
  components: components.parse(row.components),
  expiry: expiryRule.parse(row.expiry),
  windowMonths: row.windowMonths,
  graceMonths: row.graceMonths,
  cutOffDays: row.cutOffDays,
  keysRequired: row.keysRequired === 2 ? 2 : 1,
  points: pointsRule.nullable().parse(row.points),
  reinstatement: reinstatement.parse(row.reinstatement),
  isWithdrawn: row.withdrawnAt !== null,
});

type FrameworkRow = Omit<FrameworkFacts, 'name' | 'signatories'> & {
  versionId: string;
  name: unknown;
  signatories: unknown;
};

/** Of every version, its framework with those whose appointment is confirmed, until the day that is their last now. */
const FRAMEWORKS = Prisma.sql`
  SELECT v.id AS "versionId", f.id, f.slug, f.organisation_id AS "organisationId", f.path, f.name, f.zone,
    f.number_prefix AS "numberPrefix",
    coalesce((SELECT json_agg(json_build_object('name', s.name, 'office', s.office, 'organisation', s.organisation,
        'from', s."from", 'until', coalesce((SELECT min(a."on") FROM signatory_act a
          WHERE a.signatory_id = s.id AND a.act = 'confirm-end'), s.until)) ORDER BY s.rank, s."from", s.id)
      FROM signatory s WHERE s.framework_id = f.id
        AND EXISTS (SELECT 1 FROM signatory_act a WHERE a.signatory_id = s.id AND a.act = 'confirm')), '[]') AS signatories
  FROM framework_version v JOIN framework f ON f.id = v.framework_id`;

async function loadFrameworks(db: Db): Promise<Map<string, FrameworkFacts>> {
  const rows = await db.$queryRaw<FrameworkRow[]>(FRAMEWORKS);
  return new Map(
    rows.map(({ versionId, ...row }) => [
      versionId,
      { ...row, name: readText(row.name), signatories: signatories.parse(row.signatories) },
    ]),
  );
}

type FullRow = LevelRow & { ruleSets: RuleSetVersion[]; framework: FrameworkFacts };

const readLevel = (row: FullRow): Omit<Level, 'ruleSet' | 'explanation'> => ({
  id: row.id,
  slug: row.slug,
  rank: row.rank,
  name: readText(row.name),
  summary: readText(row.summary),
  criteria: criteria.parse(row.criteria),
  framework: row.framework,
  ruleSets: row.ruleSets.map(readRuleSet),
});

/** Loads frameworks and rule sets after the levels: one statement after the other on one connection. */
async function withRuleSets(
  db: Db,
  rows: readonly LevelRow[],
): Promise<Omit<Level, 'ruleSet' | 'explanation'>[]> {
  const ruleSets = await db.ruleSetVersion.findMany({
    where: { levelId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ effectiveFrom: 'asc' }, { number: 'asc' }],
  });
  const frameworks = await loadFrameworks(db);
  return rows.map((row) => {
    const framework = frameworks.get(row.versionId);
    if (!framework) throw new Error(`The level ${row.slug} has no framework`);
    return readLevel({ ...row, framework, ruleSets: ruleSets.filter(({ levelId }) => levelId === row.id) });
  });
}

/** All levels of all frameworks, in the order of the ladder. */
export async function loadLevels(db: Db): Promise<Omit<Level, 'ruleSet' | 'explanation'>[]> {
  const orderBy = [{ versionId: 'asc' }, { rank: 'asc' }] satisfies Prisma.LevelOrderByWithRelationInput[];
  return withRuleSets(db, await db.level.findMany({ orderBy }));
}

export async function findLevel(
  db: Db,
  slug: string,
): Promise<Omit<Level, 'ruleSet' | 'explanation'> | null> {
  const row = await db.level.findUnique({ where: { slug } });
  return row ? ((await withRuleSets(db, [row]))[0] ?? null) : null;
}

export async function findRuleSet(db: Db, id: string): Promise<RuleSet | null> {
  const row = await db.ruleSetVersion.findUnique({ where: { id } });
  return row ? readRuleSet(row) : null;
}

export async function findRuleSetOn(db: Db, levelId: string, on: string): Promise<RuleSet | null> {
  const row = await db.ruleSetVersion.findFirst({
    where: { levelId, withdrawnAt: null, effectiveFrom: { lte: toDb(on) } },
    orderBy: [{ effectiveFrom: 'desc' }, { number: 'desc' }],
  });
  return row ? readRuleSet(row) : null;
}

export const saveLevelTexts = (db: Db, id: string, texts: { name: LocalizedText; summary: LocalizedText }) =>
  db.level.update({ where: { id }, data: texts });

export const hasFramework = async (db: Db, slug: string): Promise<boolean> =>
  (await db.framework.count({ where: { slug } })) > 0;

type NewLevel = FrameworkDefinition['levels'][number];

const ruleSetRows = (levels: readonly NewLevel[], ids: readonly string[], recordedAt: Date) =>
  levels.flatMap(({ ruleSets }, at) =>
    [...ruleSets]
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
      .map((rules, index) => ({
        ...rules,
        points: rules.points ?? Prisma.DbNull,
        id: newId(),
        levelId: ids[at] ?? '',
        number: index + 1,
        effectiveFrom: toDb(rules.effectiveFrom),
        recordedAt,
      })),
  );

/** Writes the ladder whole. Gives the framework's id. */
export async function insertFramework(db: Db, input: FrameworkDefinition, recordedAt: Date): Promise<string> {
  const { levels, validFrom, signatories: first, ...facts } = input;
  const id = newId();
  const versionId = newId();
  const ids = levels.map(() => newId());
  await db.framework.create({ data: { id, ...facts } });
  await insertFirstTerms(db, id, first, recordedAt);
  await db.frameworkVersion.create({
    data: { id: versionId, frameworkId: id, number: 1, validFrom: toDb(validFrom) },
  });
  await db.level.createMany({
    data: levels.map(({ ruleSets: _rules, ...level }, at) => ({ ...level, id: ids[at] ?? '', versionId })),
  });
  await db.ruleSetVersion.createMany({ data: ruleSetRows(levels, ids, recordedAt) });
  return id;
}
