import type { LocalizedText } from '~/i18n/content';
import { hasRole } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findRecordingBySlug } from './data/recordings.server';
import { canPrepareRecording, canPublishRecording } from './policy';
import './ports';
import { type PreparedRecording, toPrepared } from './rules/prepared-recording';

export type OwnRecording = PreparedRecording & {
  organisation: LocalizedText;
  /** The actor decides: publishes, withdraws, sets rights and the credit line. */
  isOwn: boolean;
};

/**
 * A recording for whoever prepares it, in whatever state; null when there is none, or it is another one's. Errors:
 * forbidden for those who prepare none at all.
 */
export async function findOwnRecording(ctx: Ctx, { slug }: { slug: string }): Promise<OwnRecording | null> {
  if (!hasRole(ctx.actor, 'instructor') && !hasRole(ctx.actor, 'editor'))
    throw new DomainError('forbidden', 'media.cannot-prepare-recording');
  const row = await findRecordingBySlug(ctx.db, slug);
  const organisation = row && (await ctx.ports.findOrganisation(ctx, row.organisationId));
  if (!organisation) return null;
  const belonging = { path: organisation.path, ownerId: row.ownerId };
  if (!canPrepareRecording(ctx.actor, belonging)) return null;
  return {
    ...toPrepared(row),
    organisation: organisation.name,
    isOwn: canPublishRecording(ctx.actor, belonging),
  };
}
