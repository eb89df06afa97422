import type { LocalizedText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import type { FrameworkDefinition } from '../inputs';
import type { RuleSet } from '../types';
import { readRuleSet } from './levels.server';
import { insertFirstTerms } from './signatories.server';

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
