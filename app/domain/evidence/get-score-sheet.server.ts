import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { findSheet } from './data/score-sheets.server';
import { canAssess, isAssessor } from './policy';
import type { AssessedLevel, PersonFacts, Sheet } from './types';

export type ScoreSheetView = {
  sheet: Sheet;
  level: AssessedLevel;
  candidate: PersonFacts | null;
  assessor: string;
  secondSigner: string | null;
  /** Whether the reader may give the second signature. */
  canSign: boolean;
};

/** One sheet, for assessors licensed for its level. Throws `evidence.not-an-assessor`, `evidence.sheet-not-found`. */
export async function getScoreSheet(ctx: Ctx, { sheetId }: { sheetId: string }): Promise<ScoreSheetView> {
  const { actor } = ctx;
  if (!actor || !isAssessor(actor)) throw new DomainError('forbidden', 'evidence.not-an-assessor');
  const sheet = isId(sheetId) ? await findSheet(ctx.db, sheetId) : null;
  const level = sheet ? await ctx.ports.assessedLevel(ctx, sheet.level) : null;
  if (!sheet || !level) throw new DomainError('not-found', 'evidence.sheet-not-found');
  const candidate = (await ctx.ports.describePeople(ctx, [sheet.personId])).get(sheet.personId) ?? null;
  if (!canAssess(actor, level, candidate ?? { path: null })) {
    throw new DomainError('not-found', 'evidence.sheet-not-found');
  }
  const signers = [sheet.assessorId, ...(sheet.secondSignerId ? [sheet.secondSignerId] : [])];
  const names = await ctx.ports.nameAccounts(ctx, signers);
  return {
    sheet,
    level,
    candidate,
    assessor: names.get(sheet.assessorId) ?? '',
    secondSigner: sheet.secondSignerId ? (names.get(sheet.secondSignerId) ?? '') : null,
    canSign:
      sheet.state === 'to-sign' && sheet.assessorId !== actor.accountId && sheet.personId !== actor.personId,
  };
}
