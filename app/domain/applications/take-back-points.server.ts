import { reversePoints } from '~/domain/ledger/reverse-points.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { takeBackForm } from './inputs';

export type TakeBackInput = { qualificationId: string; entryId: string; note: string };

/**
 * A registrar takes back what a renewal counted, with the reason: a row that reverses it is added, and the evidence may
 * count again. Sent twice it is taken back once. Throws as `getQualification` does, `applications.own-record` and
 * `applications.points-not-found`.
 */
export async function takeBackPoints(ctx: Ctx, { qualificationId, ...input }: TakeBackInput): Promise<void> {
  const { entryId, note } = takeBackForm.parse(input);
  const { qualification, level, isOwn } = await getQualification(ctx, { qualificationId });
  if (isOwn) throw new DomainError('forbidden', 'applications.own-record');
  const account = { personId: qualification.personId, frameworkId: level.framework.id };
  await inTransaction(ctx, async (tx) => {
    const isDone = await reversePoints(tx, { ...account, entryId, note });
    if (!isDone) throw new DomainError('conflict', 'applications.points-not-found');
    await recordAct(tx, {
      act: 'applications.points-taken-back',
      subject: { type: 'qualification', id: qualification.id },
      detail: { entryId, note },
    });
  });
}
