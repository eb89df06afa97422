import type { LocalizedText } from '~/i18n/content';
import { grantsOf } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listPrepared } from './data/prepared.server';
import { findRecordingBySlug } from './data/recordings.server';
import type { ListOwnRecordingsInput } from './inputs';
import './ports';
import { type PreparedRecording, toPrepared } from './rules/prepared-recording';

export type OwnRecordings = {
  recordings: PreparedRecording[];
  next: string | null;
  /** Where the actor may hand in new ones. */
  places: { id: string; name: LocalizedText }[];
};

const PAGE = 24;

/**
 * The recordings that the actor prepares, the newest first: an instructor's own ones, and those of the organisations an
 * editor works for. Errors: forbidden for everybody else.
 */
export async function listOwnRecordings(ctx: Ctx, { after }: ListOwnRecordingsInput): Promise<OwnRecordings> {
  const [teaching, editing] = [grantsOf(ctx.actor, 'instructor'), grantsOf(ctx.actor, 'editor')];
  if (!ctx.actor || teaching.length + editing.length === 0)
    throw new DomainError('forbidden', 'media.cannot-prepare-recording');
  const pathsOf = (grants: typeof teaching) => grants.map(({ path }) => path);
  const [edited, taught, from] = await Promise.all([
    ctx.ports.organisationsWithin(ctx, pathsOf(editing)),
    ctx.ports.organisationsWithin(ctx, pathsOf(teaching)),
    after === undefined ? null : findRecordingBySlug(ctx.db, after),
  ]);
  const mine = { ownerId: ctx.actor.accountId, organisationIds: edited.map(({ id }) => id) };
  const rows = await listPrepared(ctx.db, mine, from, PAGE + 1);
  const recordings = rows.slice(0, PAGE).map(toPrepared);
  return {
    recordings,
    next: rows.length > PAGE ? (recordings.at(-1)?.slug ?? null) : null,
    places: taught.map(({ id, name }) => ({ id, name })),
  };
}
