import './ports';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { fromDb, type LocalDate } from '~/platform/local-date';
import { findRecordingBySlug } from './data/recordings.server';
import { RECORDING_ZONE } from './inputs';
import { type ListedRecording, toListed } from './rules/listed-recording';

export type RecordingPage = ListedRecording & {
  organisation: LocalizedText | null;
  publishedAt: Date;
  /** The account of the instructor who published it. */
  publishedBy: string | null;
  /** The last day on which it is shown; null: no end. */
  availableUntil: LocalDate | null;
};

/** A published recording by its address. Errors: not-found before publication, gone after withdrawal or its last day. */
export async function getRecording(ctx: Ctx, { slug }: { slug: string }): Promise<RecordingPage> {
  const row = await findRecordingBySlug(ctx.db, slug);
  if (!row?.publishedAt) throw new DomainError('not-found', 'media.no-such-recording');
  const availableUntil = row.availableUntil && fromDb(row.availableUntil);
  const isOver = availableUntil !== null && availableUntil < ctx.clock.today(RECORDING_ZONE);
  if (row.withdrawnAt || isOver) throw new DomainError('gone', 'media.recording-withdrawn');
  const organisation = await ctx.ports.findOrganisation(ctx, row.organisationId);
  return {
    ...toListed(row),
    organisation: organisation?.name ?? null,
    publishedAt: row.publishedAt,
    publishedBy: row.publishedBy,
    availableUntil,
  };
}
