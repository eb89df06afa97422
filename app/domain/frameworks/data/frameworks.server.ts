import { z } from 'zod';
import { type LocalizedText, readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { type Framework, type Level as LevelRow, Prisma, type RuleSetVersion } from '~/platform/db/client';
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

const readFramework = (row: Framework): FrameworkFacts => ({
  id: row.id,
  slug: row.slug,
  organisationId: row.organisationId,
  path: row.path,
  name: readText(row.name),
  zone: row.zone,
  numberPrefix: row.numberPrefix,
  signatories: signatories.parse(row.signatories),
});

type FullRow = LevelRow & { ruleSets: RuleSetVersion[]; version: { framework: Framework } };

const readLevel = (row: FullRow): Omit<Level, 'ruleSet' | 'explanation'> => ({
  id: row.id,
  slug: row.slug,
  rank: row.rank,
  name: readText(row.name),
  summary: readText(row.summary),
  criteria: criteria.parse(row.criteria),
  framework: readFramework(row.version.framework),
  ruleSets: row.ruleSets.map(readRuleSet),
});

const withFramework = { version: { include: { framework: true } } } satisfies Prisma.LevelInclude;

type BareRow = Omit<FullRow, 'ruleSets'>;

/** Loads the rule sets after the levels: two relations at once would be two statements at once on one connection. */
async function withRuleSets(
  db: Db,
  rows: readonly BareRow[],
): Promise<Omit<Level, 'ruleSet' | 'explanation'>[]> {
  const ruleSets = await db.ruleSetVersion.findMany({
    where: { levelId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ effectiveFrom: 'asc' }, { number: 'asc' }],
  });
  return rows.map((row) =>
    readLevel({ ...row, ruleSets: ruleSets.filter(({ levelId }) => levelId === row.id) }),
  );
}

/** All levels of all frameworks, in the order of the ladder. */
export async function loadLevels(db: Db): Promise<Omit<Level, 'ruleSet' | 'explanation'>[]> {
  const orderBy = [{ versionId: 'asc' }, { rank: 'asc' }] satisfies Prisma.LevelOrderByWithRelationInput[];
  return withRuleSets(db, await db.level.findMany({ include: withFramework, orderBy }));
}

export async function findLevel(
  db: Db,
  slug: string,
): Promise<Omit<Level, 'ruleSet' | 'explanation'> | null> {
  const row = await db.level.findUnique({ where: { slug }, include: withFramework });
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
  const { levels, validFrom, ...facts } = input;
  const id = newId();
  const versionId = newId();
  const ids = levels.map(() => newId());
  await db.framework.create({ data: { id, ...facts } });
  await db.frameworkVersion.create({
    data: { id: versionId, frameworkId: id, number: 1, validFrom: toDb(validFrom) },
  });
  await db.level.createMany({
    data: levels.map(({ ruleSets: _rules, ...level }, at) => ({ ...level, id: ids[at] ?? '', versionId })),
  });
  await db.ruleSetVersion.createMany({ data: ruleSetRows(levels, ids, recordedAt) });
  return id;
}
