import { settlePending } from '~/domain/evidence/settle-pending.server';
import { getLevel } from '~/domain/frameworks/get-level.server';
import { getRuleSet } from '~/domain/frameworks/get-rule-set.server';
import { getHolderRecords } from '~/domain/licensing/get-holder-records.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { loadEarlierRenewals } from './data/earlier-renewals.server';
import { requireApplicant, submit } from './data/submission.server';
import { type ApplyInput, applySchema } from './inputs';
import { handedInOn } from './rules/handing-in';
import { missedCutOff, NO_TERMS, newestOf, renewalChance } from './rules/renewal';

/**
 * The signed-in holder asks for the next period of a level: in the window, in grace, or as long as a tier of the rules
 * allows it. What was returned after it came in time may be handed in again after the cut-off. Sent twice, it is the same application. Throws `applications.confirm-email-first`,
 * `applications.two-languages`, `applications.not-renewable`, `applications.cut-off-missed`,
 * `frameworks.level-not-found`.
 */
export async function askForRenewal(
  ctx: Ctx,
  input: ApplyInput,
): Promise<{ applicationId: string; isNew: boolean }> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const { level: slug, languages, note } = applySchema.parse(input);
  const level = await getLevel(ctx, { slug });
  const on = ctx.clock.today(level.framework.zone);
  const rules = await getRuleSet(ctx, { levelId: level.id, on });
  const holder = await requireApplicant(ctx, personId, languages);
  await settlePending(ctx, { personId });
  const records = await getHolderRecords(ctx, { personIds: [personId], on });
  const { licences = [] } = records.get(personId) ?? {};
  const newest = newestOf(licences, level.id, on);
  const old = level.ruleSets.find(({ id }) => id === newest?.facts.ruleSetVersionId);
  const terms = old ?? NO_TERMS;
  const earlier = (await loadEarlierRenewals(ctx, [personId], [level]))({ personId, level });
  if (!newest || !renewalChance(newest, on, terms, handedInOn({ on, earlier }, newest.facts))) {
    if (newest && missedCutOff(newest, on, terms))
      throw new DomainError('conflict', 'applications.cut-off-missed');
    throw new DomainError('conflict', 'applications.not-renewable');
  }
  return submit(ctx, { kind: 'renewal', holder, level, ruleSetId: rules.id, languages, note });
}
