import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { loadStandingFacts } from './data/licences.server';
import { isRunning, standingOn } from './rules/licence-standing';
import type { PeriodDocument, Standing, StandingFacts } from './types';

export type OwnLicence = {
  facts: StandingFacts;
  /** The cycle that waits for its first day. */
  next: StandingFacts | null;
  standing: Standing;
  level: Level;
  documents: readonly PeriodDocument[];
};

export type OwnQualifications = {
  /** The period of each award that counts today, last awarded first. */
  licences: OwnLicence[];
  levels: Level[];
};

/** What the signed-in coach holds, as of today. */
export async function listOwnQualifications(ctx: Ctx): Promise<OwnQualifications> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const levels = await listLevels(ctx);
  const byId = new Map(levels.map((level) => [level.id, level]));
  const all = await loadStandingFacts(ctx.db, { personIds: [personId] }, null);
  const facts = all.filter((each) => isRunning(each, ctx.clock.today(each.zone)));
  const documents = await ctx.ports.documentsOf(
    ctx,
    facts.map(({ qualificationId }) => qualificationId),
  );
  return {
    levels,
    licences: facts.reverse().flatMap((each) => {
      const level = byId.get(each.levelId);
      const standing = standingOn(each, ctx.clock.today(each.zone));
      const next =
        all.find(({ qualificationId: id, no }) => id === each.qualificationId && no === each.no + 1) ?? null;
      return level
        ? [{ facts: each, next, standing, level, documents: documents.get(each.qualificationId) ?? [] }]
        : [];
    }),
  };
}
