import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { loadStandingFacts } from './data/licences.server';
import { standingOn } from './rules/licence-standing';
import type { IssuedDocument, Standing, StandingFacts } from './types';

export type OwnLicence = {
  facts: StandingFacts;
  standing: Standing;
  level: Level;
  documents: readonly IssuedDocument[];
};

export type OwnQualifications = {
  /** The newest period of each award, last awarded first. */
  licences: OwnLicence[];
  levels: Level[];
};

/** What the signed-in coach holds, as of today. */
export async function listOwnQualifications(ctx: Ctx): Promise<OwnQualifications> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const levels = await listLevels(ctx);
  const byId = new Map(levels.map((level) => [level.id, level]));
  const facts = (await loadStandingFacts(ctx.db, { personId }, null)).filter(
    (each) => each.supersededOn === null,
  );
  const documents = await ctx.ports.documentsOf(
    ctx,
    facts.map(({ qualificationId }) => qualificationId),
  );
  return {
    levels,
    licences: facts.reverse().flatMap((each) => {
      const level = byId.get(each.levelId);
      const standing = standingOn(each, ctx.clock.today(each.zone));
      return level
        ? [{ facts: each, standing, level, documents: documents.get(each.qualificationId) ?? [] }]
        : [];
    }),
  };
}
