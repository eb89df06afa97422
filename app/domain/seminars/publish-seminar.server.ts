import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { indexSeminar } from './data/index-seminar.server';
import { markPublished } from './data/seminars.server';
import { loadWritable } from './data/writable.server';

/** Shows a seminar to everybody. Published twice: nothing happens the second time. */
export async function publishSeminar(ctx: Ctx, { seminarId }: { seminarId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { seminar, by } = await loadWritable(tx, seminarId);
    if (!(await markPublished(tx.db, seminarId, by, tx.clock.now()))) return;
    await indexSeminar(tx, seminar);
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'seminars.published',
      subject: { type: 'seminar', id: seminarId },
      detail: {},
    });
  });
}
