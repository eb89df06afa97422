import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { replaceChapters } from './data/chapters.server';
import './events';
import type { SetChaptersInput } from './inputs';
import { requirePreparer } from './policy';

async function requireTechniques(ctx: Ctx, { chapters }: SetChaptersInput): Promise<void> {
  const ids = [...new Set(chapters.flatMap(({ techniqueId }) => techniqueId ?? []))];
  const known = await listTechniqueNames(ctx, ids);
  if (known.size < ids.length) throw new DomainError('invalid', 'media.no-such-technique');
}

/**
 * Writes all chapters of a recording in place of the ones before. Errors: forbidden, not-found; invalid when the
 * lexicon has no such technique.
 */
export async function setChapters(ctx: Ctx, input: SetChaptersInput): Promise<void> {
  const { recordingId } = input;
  await inTransaction(ctx, async (tx) => {
    await requirePreparer(tx, recordingId);
    await requireTechniques(tx, input);
    await replaceChapters(tx.db, input);
    await tx.publish({ type: 'chapters.changed', recordingId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.chapters-set',
      subject: { type: 'recording', id: recordingId },
      detail: { chapters: input.chapters.length },
    });
  });
}
