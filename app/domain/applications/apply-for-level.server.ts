import { settlePending } from '~/domain/evidence/settle-pending.server';
import { getLevel } from '~/domain/frameworks/get-level.server';
import { getRuleSet } from '~/domain/frameworks/get-rule-set.server';
import { getHolderRecords } from '~/domain/licensing/get-holder-records.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { requireApplicant, submit } from './data/submission.server';
import { type ApplyInput, applySchema } from './inputs';
import { isHeld, isSuspended } from './rules/renewal';

/**
 * The signed-in coach asks for a level. What still waits to be recorded for the coach is recorded first. Sent twice,
 * it is the same application. Throws `applications.confirm-email-first`, `applications.two-languages`,
 * `applications.suspended`, `applications.already-held`, `frameworks.level-not-found`.
 */
export async function applyForLevel(
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
  if (isSuspended(licences, level.id, on)) throw new DomainError('conflict', 'applications.suspended');
  if (isHeld(licences, level, on)) throw new DomainError('conflict', 'applications.already-held');
  return submit(ctx, { kind: 'award', holder, level, ruleSetId: rules.id, languages, note });
}
