import type { Level } from '~/domain/frameworks/types';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import type { HolderFacts } from '~/domain/licensing/types';
import type { Lang } from '~/i18n/locales';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import type { ApplicationKind } from '../types';
import { insertApplication } from './applications.server';

export type Submission = {
  kind: ApplicationKind;
  holder: HolderFacts;
  level: Level;
  ruleSetId: string;
  languages: readonly Lang[];
  note: string;
};

/** Who asks, with a confirmed address, for a certificate in two languages. Throws as `applyForLevel` says. */
export async function requireApplicant(
  ctx: Ctx,
  personId: string,
  languages: readonly Lang[],
): Promise<HolderFacts> {
  if (new Set(languages).size !== 2)
    throw new DomainError('invalid', 'applications.two-languages', { field: 'languages' });
  const holder = await ctx.ports.describeHolder(ctx, personId);
  if (!holder?.mail) throw new DomainError('conflict', 'applications.confirm-email-first');
  return holder;
}

/** Writes the application with its act, unless one of the person for the level is open. */
export async function submit(
  ctx: Ctx,
  { kind, holder, level, ruleSetId, languages, note }: Submission,
): Promise<{ applicationId: string; isNew: boolean }> {
  const { personId, path } = holder;
  return inTransaction(ctx, async (tx) => {
    await keepHolders(tx, [holder]);
    const { id, isNew } = await insertApplication(tx.db, {
      id: newId(),
      kind,
      personId,
      levelId: level.id,
      ruleSetVersionId: ruleSetId,
      path,
      note,
      languages: [...new Set(languages)],
      submittedAt: tx.clock.now(),
    });
    if (isNew) {
      await recordAct(tx, {
        act: kind === 'renewal' ? 'applications.renewal-asked' : 'applications.submitted',
        subject: { type: 'application', id },
        detail: { personId, level: level.slug, languages },
      });
    }
    return { applicationId: id, isNew };
  });
}
