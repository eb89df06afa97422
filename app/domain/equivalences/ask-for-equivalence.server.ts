import { listEvidence } from '~/domain/evidence/list-evidence.server';
import { getLevel } from '~/domain/frameworks/get-level.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findSubmitted, insertRequest } from './data/requests.server';
import { type AskInput, askSchema } from './inputs';
import { isPaper } from './rules/state';

/**
 * The signed-in coach asks that papers on record, none of them over, count for one level. Sent twice, it is one request. Throws
 * `frameworks.level-not-found`, `equivalences.person-not-found`, `equivalences.already-asked`, and at its field
 * `equivalences.unknown-evidence`.
 */
export async function askForEquivalence(ctx: Ctx, input: AskInput): Promise<{ requestId: string }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { submissionKey, statement, evidence, level: slug } = askSchema.parse(input);
  const { personId } = actor;
  const level = await getLevel(ctx, { slug });
  const evidenceIds = [...new Set(evidence)];
  const on = ctx.clock.today(level.framework.zone);
  const evidenceOf = await listEvidence(ctx, { personIds: [personId] });
  const papers = evidenceOf.get(personId)?.filter((each) => isPaper(each, on)) ?? [];
  if (!evidenceIds.every((id) => papers.some((paper) => paper.id === id)))
    throw new DomainError('invalid', 'equivalences.unknown-evidence', { field: 'evidence' });
  const holder = await ctx.ports.describeHolder(ctx, personId);
  if (!holder) throw new DomainError('conflict', 'equivalences.person-not-found');
  return inTransaction(ctx, async (tx) => {
    const id = await insertRequest(tx.db, {
      ...{
        submissionKey,
        personId,
        levelId: level.id,
        path: holder.path,
        lang: tx.lang,
        statement,
        evidenceIds,
      },
      askedAt: tx.clock.now(),
    });
    if (!id) return { requestId: await sentBefore(tx, submissionKey, personId) };
    await recordAct(tx, {
      act: 'equivalences.asked',
      subject: { type: 'equivalence-request', id },
      detail: { personId, level: level.slug, evidenceIds },
    });
    return { requestId: id };
  });
}

async function sentBefore(tx: Ctx, submissionKey: string, personId: string): Promise<string> {
  const found = await findSubmitted(tx.db, submissionKey);
  if (found?.personId !== personId) throw new DomainError('conflict', 'equivalences.already-asked');
  return found.id;
}
