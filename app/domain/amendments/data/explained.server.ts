import { explainRules } from '~/domain/frameworks/explain-rules.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { amendmentState, isAuthor, powersOf } from '../rules/amendment-state';
import { editorParts, editorTiers } from '../rules/editor-parts';
import { rulesBefore, rulesReplaced, rulesWithout } from '../rules/following';
import type { Amendment, ComingRules, OpenAmendment } from '../types';
import { fingerprintOf } from './fingerprint.server';
import { knownTo, NOTHING_ASKED } from './known.server';

/** Approved rules whose day has not come, each against what they follow. */
export async function explainComing(
  ctx: Ctx,
  level: Level,
  levels: readonly Level[],
  today: LocalDate,
): Promise<ComingRules[]> {
  const coming = level.ruleSets.filter((rules) => !rules.isWithdrawn && rules.effectiveFrom > today);
  const explained: ComingRules[] = [];
  for (const rules of coming) {
    const was = rulesBefore(level.ruleSets, rules.effectiveFrom);
    const { sentences, changes } = await explainRules(ctx, { level, levels, rules, was, ...NOTHING_ASKED });
    explained.push({ rules, sentences, changes });
  }
  return explained;
}

const NOTHING = { sentences: [], changes: [], faults: [] };

/** The open amendment as the reader sees it. */
export async function explainOpen(
  ctx: Ctx,
  { kind, content, ruleSetVersionId, acts, id }: Amendment,
  { level, levels, mayAmend }: { level: Level; levels: readonly Level[]; mayAmend: boolean },
): Promise<OpenAmendment> {
  const was = content && rulesWithout(level.ruleSets, content.effectiveFrom);
  const said = content
    ? await explainRules(ctx, { level, levels, rules: content, was, ...(await knownTo(ctx, level, content)) })
    : NOTHING;
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(acts.map(({ actorId }) => actorId))]);
  const reader = ctx.actor?.accountId ?? '';
  return {
    id,
    kind,
    state: amendmentState(acts),
    fingerprint: fingerprintOf(content ?? ruleSetVersionId),
    rules: content,
    target: level.ruleSets.find((rules) => kind === 'withdrawal' && rules.id === ruleSetVersionId) ?? null,
    replaces: content && rulesReplaced(level.ruleSets, content.effectiveFrom),
    ...said,
    parts: content ? editorParts(content, said.sentences) : [],
    tiers: content ? editorTiers(content, said.sentences) : [],
    acts: acts.map(({ sent: _sent, ...act }) => ({ ...act, actorName: names.get(act.actorId) ?? '' })),
    powers: mayAmend ? powersOf({ kind, acts }, reader) : [],
    isOwn: isAuthor(acts, reader),
  };
}
