import { z } from 'zod';
import { type LocalizedText, localizedText, readText } from '~/i18n/content';
import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findWholeSeminar } from './data/seminars.server';
import { type Mode, mode } from './inputs';
import { endOf, nextChange, type SeminarState, stateAt, zonesOf } from './rules/seminar-time';

export type SeminarSession = {
  startsAt: Date;
  endsAt: Date;
  title: LocalizedText;
  summary: LocalizedText;
};

export type SeminarPage = {
  id: string;
  slug: string;
  state: SeminarState;
  mode: Mode;
  title: LocalizedText;
  summary: LocalizedText;
  outcomes: LocalizedText[];
  place: LocalizedText;
  hosts: { organisationId: string | null; name: LocalizedText }[];
  startsAt: Date;
  endsAt: Date;
  /** In which its times are told, the hosts' own first. */
  zones: string[];
  spoken: Lang[];
  interpreted: Lang[];
  techniqueIds: string[];
  points: number;
  places: number | null;
  sessions: SeminarSession[];
  recordings: { recordingId: string; note: LocalizedText | null }[];
  /** Accounts of those who teach. */
  instructors: string[];
  /** When the clock alone changes this page; null when it does not. */
  changesAt: Date | null;
};

/** A public seminar by its address. Throws not-found. */
export async function getSeminar(ctx: Ctx, { slug }: { slug: string }): Promise<SeminarPage> {
  const row = await findWholeSeminar(ctx.db, slug);
  if (!row) throw new DomainError('not-found', 'seminars.no-such-seminar');
  const now = ctx.clock.now();
  return {
    id: row.id,
    slug,
    state: stateAt(row, now),
    mode: mode.parse(row.mode),
    title: readText(row.title),
    summary: readText(row.summary),
    outcomes: z.array(localizedText).parse(row.outcomes),
    place: readText(row.place),
    hosts: row.hosts.map(({ organisationId, name }) => ({ organisationId, name: readText(name) })),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    zones: zonesOf(row.zone),
    spoken: row.spoken.filter(isLang),
    interpreted: row.interpreted.filter(isLang),
    techniqueIds: row.techniqueIds,
    points: row.points,
    places: row.places,
    sessions: row.sessions.map((session) => ({
      startsAt: session.startsAt,
      endsAt: endOf(session),
      title: readText(session.title),
      summary: readText(session.summary),
    })),
    recordings: row.recordings.map(({ recordingId, note }) => ({
      recordingId,
      note: note === null ? null : readText(note),
    })),
    instructors: row.instructors.map(({ accountId }) => accountId),
    changesAt: nextChange(row, now),
  };
}
