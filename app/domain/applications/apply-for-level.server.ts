import { settlePending } from '~/domain/evidence/settle-pending.server';
import { getLevel } from '~/domain/frameworks/get-level.server';
import { getRuleSet } from '~/domain/frameworks/get-rule-set.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { keepHolder } from '~/domain/licensing/keep-holder.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { insertApplication } from './data/applications.server';
import { type ApplyInput, applySchema } from './inputs';

/**
 * The signed-in coach asks for a level. What still waits to be recorded for the coach is recorded first. Sent twice,
 * it is the same application. Throws `applications.confirm-email-first`, `applications.two-languages`,
 * `applications.already-held`, `frameworks.level-not-found`.
 */
export async function applyForLevel(
  ctx: Ctx,
  input: ApplyInput,
): Promise<{ applicationId: string; isNew: boolean }> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = ctx.actor;
  const { level: slug, languages, note } = applySchema.parse(input);
  if (new Set(languages).size !== 2)
    throw new DomainError('invalid', 'applications.two-languages', { field: 'languages' });
  const level = await getLevel(ctx, { slug });
  const rules = await getRuleSet(ctx, { levelId: level.id, on: ctx.clock.today(level.framework.zone) });
  const holder = await ctx.ports.describeHolder(ctx, personId);
  if (!holder?.mail) throw new DomainError('conflict', 'applications.confirm-email-first');
  await settlePending(ctx, { personId });
  const held = await getStandingFacts(ctx, { personId });
  if (held.some(({ levelId, revocation }) => levelId === level.id && revocation === null)) {
    throw new DomainError('conflict', 'applications.already-held');
  }
  return inTransaction(ctx, async (tx) => {
    await keepHolder(tx, holder);
    const { id, isNew } = await insertApplication(tx.db, {
      id: newId(),
      personId,
      levelId: level.id,
      ruleSetVersionId: rules.id,
      path: holder.path,
      note,
      languages: [...new Set(languages)],
      submittedAt: tx.clock.now(),
    });
    if (isNew) {
      await recordAct(tx, {
        act: 'applications.submitted',
        subject: { type: 'application', id },
        detail: { personId, level: slug, languages },
      });
    }
    return { applicationId: id, isNew };
  });
}
