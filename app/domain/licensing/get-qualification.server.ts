import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { findQualification, type QualificationRow } from './data/acts.server';
import { findHolder } from './data/holders.server';
import { listComponentsOf, loadStandingFacts } from './data/licences.server';
import { isOwnRecord, isRegistrar, isWithin, scopeOf } from './policy';
import { standingOn } from './rules/licence-standing';
import type { ComponentSpan, DecisionRow, Holder, PeriodDocument, Standing, StandingFacts } from './types';

export type QualificationView = {
  qualification: QualificationRow;
  level: Level;
  holder: Holder;
  /** Every cycle with its state today, the newest first. */
  periods: { facts: StandingFacts; standing: Standing }[];
  components: ComponentSpan[];
  documents: readonly PeriodDocument[];
  decisions: (DecisionRow & { actorName: string; proposerName: string | null })[];
  isOwn: boolean;
  today: LocalDate;
};

export type GetQualificationInput = {
  qualificationId: string;
  /** Who asks: a registrar who reaches the award, or its holder. */
  as?: 'office' | 'holder';
};

/** One award with its whole history. Throws `licensing.not-a-registrar`, `licensing.qualification-not-found`. */
export async function getQualification(ctx: Ctx, input: GetQualificationInput): Promise<QualificationView> {
  const { actor } = ctx;
  const { qualificationId, as = 'office' } = input;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  if (as === 'office' && !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const levels = await listLevels(ctx);
  const qualification = isId(qualificationId) ? await findQualification(ctx, qualificationId) : null;
  const level = levels.find(({ id }) => id === qualification?.levelId);
  const holder = qualification ? await findHolder(ctx.db, qualification.personId) : null;
  const place = { levelId: level?.id ?? '', path: holder?.path ?? '/' };
  const isOwn = qualification !== null && isOwnRecord(actor, qualification.personId);
  const isReached = as === 'holder' ? isOwn : isWithin(scopeOf(actor, levels), place);
  if (!qualification || !level || !holder || !isReached) {
    throw new DomainError('not-found', 'licensing.qualification-not-found');
  }
  const facts = await loadStandingFacts(ctx.db, { qualificationIds: [qualification.id] }, null);
  const documents = await ctx.ports.documentsOf(ctx, [qualification.id]);
  const names = await ctx.ports.nameAccounts(ctx, [
    ...new Set(
      qualification.decisions.flatMap(({ actorId, proposerId }) => [actorId, proposerId ?? actorId]),
    ),
  ]);
  const today = ctx.clock.today(level.framework.zone);
  return {
    qualification,
    level,
    holder,
    periods: facts.reverse().map((each) => ({ facts: each, standing: standingOn(each, today) })),
    components: await listComponentsOf(ctx.db, [qualification.personId]),
    documents: documents.get(qualification.id) ?? [],
    decisions: qualification.decisions.map((each) => ({
      ...each,
      actorName: names.get(each.actorId) ?? '',
      proposerName: each.proposerId && (names.get(each.proposerId) ?? ''),
    })),
    isOwn,
    today,
  };
}
