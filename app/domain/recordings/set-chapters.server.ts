import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { replaceChapters } from './data/chapters.server';
import { findRecording } from './data/recordings.server';
import { indexRecording } from './index-recording.server';
import type { SetChaptersInput } from './inputs';
import { canPrepareRecording } from './policy';

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
  await inTransaction(ctx, async (tx) => {
    const recording = await findRecording(tx.db, input.recordingId);
    const organisation = recording && (await tx.ports.findOrganisation(tx, recording.organisationId));
    if (!organisation) throw new DomainError('not-found', 'media.no-such-recording');
    if (!canPrepareRecording(tx.actor, organisation.path))
      throw new DomainError('forbidden', 'media.cannot-prepare-recording');
    await requireTechniques(tx, input);
    await replaceChapters(tx.db, input);
    await indexRecording(tx, input);
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.chapters-set',
      subject: { type: 'recording', id: input.recordingId },
      detail: { chapters: input.chapters.length },
    });
  });
}
