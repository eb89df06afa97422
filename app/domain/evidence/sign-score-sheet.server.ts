import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId, newId } from '~/platform/ids';
import { insertEvidence } from './data/evidence.server';
import { findSheet, insertSignature } from './data/score-sheets.server';
import './events';
import { canAssess } from './policy';
import type { AssessedLevel, Sheet } from './types';

/**
 * A second assessor, licensed for the level, stands for a sheet: a passed one becomes evidence, once. Throws
 * `evidence.sheet-not-found`, `evidence.own-sheet`, `evidence.second-person` (the one who recorded it) and
 * `evidence.already-signed` (by somebody else).
 */
export async function signScoreSheet(ctx: Ctx, { sheetId }: { sheetId: string }): Promise<void> {
  const { actor } = ctx;
  const sheet = isId(sheetId) ? await findSheet(ctx.db, sheetId) : null;
  const level = sheet ? await ctx.ports.assessedLevel(ctx, sheet.level) : null;
  const candidate = sheet
    ? (await ctx.ports.describePeople(ctx, [sheet.personId])).get(sheet.personId)
    : undefined;
  if (!actor || !sheet || !level || !canAssess(actor, level, candidate ?? { path: null })) {
    throw new DomainError('not-found', 'evidence.sheet-not-found');
  }
  if (sheet.personId === actor.personId) throw new DomainError('forbidden', 'evidence.own-sheet');
  if (sheet.assessorId === actor.accountId) throw new DomainError('forbidden', 'evidence.second-person');
  await inTransaction(ctx, async (tx) => {
    const at = tx.clock.now();
    if (!(await insertSignature(tx.db, sheet.id, actor.accountId, at))) {
      const now = await findSheet(tx.db, sheet.id);
      if (now?.secondSignerId === actor.accountId) return;
      throw new DomainError('conflict', 'evidence.already-signed');
    }
    if (sheet.passed) await makeEvidence(tx, sheet, level, actor.accountId);
    await recordAct(tx, {
      act: 'evidence.sheet-signed',
      subject: { type: 'score-sheet', id: sheet.id },
      detail: { personId: sheet.personId, level: sheet.level, passed: sheet.passed },
    });
  });
}

async function makeEvidence(tx: Ctx, sheet: Sheet, level: AssessedLevel, confirmedBy: string): Promise<void> {
  const facts = { personId: sheet.personId, ref: `practical:${sheet.level}`, occurredOn: sheet.heldOn };
  const id = newId();
  await insertEvidence(tx.db, {
    ...facts,
    id,
    type: 'practical',
    sourceId: sheet.id,
    title: level.name,
    component: null,
    hours: null,
    points: 0,
    category: 'practical',
    validUntil: null,
    recordedAt: tx.clock.now(),
    confirmedBy,
  });
  await tx.publish({
    type: 'evidence.confirmed',
    evidenceId: id,
    evidenceType: 'practical',
    component: null,
    validUntil: null,
    ...facts,
  });
}
