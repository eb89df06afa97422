import { listNextRenewals } from '~/domain/applications/list-next-renewals.server';
import { planPeriod } from '~/domain/frameworks/plan-period.server';
import type { DraftRules, Level, RuleSet } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { addDays, type LocalDate } from '~/platform/local-date';
import { listOpenAmendments } from './data/amendments.server';
import { requireAmender } from './data/open-case.server';
import { rulesAfter, rulesBefore, rulesWithout } from './rules/following';
import type { AffectedRow } from './types';

export type AffectedList = {
  effectiveFrom: LocalDate;
  /** The drafted rules have not been approved yet. */
  isDraft: boolean;
  /** The first day of rules that follow these, and then decide; null when none do. */
  before: LocalDate | null;
  rules: DraftRules;
  was: RuleSet | null;
  rows: AffectedRow[];
  due: number;
  late: number;
  openAwards: number;
  next: string | null;
};

type Input = {
  level: string;
  /** The first day of approved rules that are to come; otherwise those that are drafted. */
  from?: string | null;
  after?: string | null;
};

/** The rules asked about: approved ones by their first day, else the open draft, else the next to come. */
async function rulesAsked(ctx: Ctx, level: Level, from: string | null | undefined) {
  const today = ctx.clock.today(level.framework.zone);
  const coming = level.ruleSets.filter((rules) => !rules.isWithdrawn && rules.effectiveFrom > today);
  const named = coming.find(({ effectiveFrom }) => effectiveFrom === from);
  if (named) return { rules: named, isDraft: false };
  const [open] = await listOpenAmendments(ctx.db, [level.id]);
  if (open?.content) return { rules: open.content, isDraft: true };
  const next = coming[0];
  return next ? { rules: next, isDraft: false } : null;
}

/**
 * Who would be renewed under drafted or coming rules, and what changes for each; one page. For registrars of the
 * framework. Null where nothing is drafted or to come. Throws `amendments.not-a-registrar`, `frameworks.level-not-found`.
 */
export async function listAffected(
  ctx: Ctx,
  input: Input,
): Promise<{ level: Level; found: AffectedList | null }> {
  const { level } = await requireAmender(ctx, input.level);
  const asked = await rulesAsked(ctx, level, input.from);
  if (!asked) return { level, found: null };
  const { rules, isDraft } = asked;
  const { effectiveFrom } = rules;
  const was = (isDraft ? rulesWithout : rulesBefore)(level.ruleSets, effectiveFrom);
  const known = new Set(was?.components.map(({ kind }) => kind));
  const before = rulesAfter(level.ruleSets, effectiveFrom)?.effectiveFrom ?? null;
  const { rows, ...counts } = await listNextRenewals(ctx, {
    levelId: level.id,
    from: effectiveFrom,
    before,
    components: rules.components.map(({ kind }) => kind).filter((kind) => !known.has(kind)),
    after: input.after ?? '',
  });
  const affected: AffectedRow[] = [];
  for (const { ruleSetVersionId, personId: _person, ...row } of rows) {
    const begins = row.isDue ? addDays(row.until, 1) : effectiveFrom;
    const counting = level.ruleSets.find(({ id }) => id === ruleSetVersionId);
    affected.push({
      ...row,
      begins,
      lastsBefore: was && (await planPeriod(ctx, { rules: was, from: begins })).until,
      lastsNow: (await planPeriod(ctx, { rules, from: begins })).until,
      pointsOfRunning: counting?.points?.total ?? null,
    });
  }
  return { level, found: { effectiveFrom, isDraft, before, rules, was, ...counts, rows: affected } };
}
