import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { listOpenAmendments } from './data/amendments.server';
import { canReadRulebooks } from './policy';
import { amendmentState } from './rules/amendment-state';
import type { AmendmentKind, AmendmentState } from './types';

export type RulebookLine = {
  level: Level;
  /** First days of approved rules that are still to come. */
  coming: LocalDate[];
  open: { kind: AmendmentKind; state: AmendmentState; effectiveFrom: LocalDate | null } | null;
};

/** Every level of every framework with the state of its rules. For registrars. Throws `amendments.not-a-registrar`. */
export async function listRulebooks(ctx: Ctx): Promise<RulebookLine[]> {
  if (!canReadRulebooks(ctx.actor)) throw new DomainError('forbidden', 'amendments.not-a-registrar');
  const levels = await listLevels(ctx);
  const open = await listOpenAmendments(
    ctx.db,
    levels.map(({ id }) => id),
  );
  return levels.map((level) => {
    const today = ctx.clock.today(level.framework.zone);
    const coming = level.ruleSets.filter((rules) => !rules.isWithdrawn && rules.effectiveFrom > today);
    const found = open.find(({ levelId }) => levelId === level.id);
    return {
      level,
      coming: coming.map(({ effectiveFrom }) => effectiveFrom),
      open: found
        ? {
            kind: found.kind,
            state: amendmentState(found.acts),
            effectiveFrom: found.content?.effectiveFrom ?? null,
          }
        : null,
    };
  });
}
