import { type LocalizedText, readText } from '~/i18n/content';
import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { findSeminarBySlug, type ListedRow, listPast, listUpcoming } from './data/seminars.server';
import { type Mode, mode } from './inputs';
import { nextChange, type SeminarState, stateAt, zonesOf } from './rules/seminar-time';

export type ListedSeminar = {
  slug: string;
  state: SeminarState;
  mode: Mode;
  title: LocalizedText;
  summary: LocalizedText;
  place: LocalizedText;
  /** The leading host first. */
  hosts: LocalizedText[];
  startsAt: Date;
  endsAt: Date;
  /** In which its times are told, the hosts' own first. */
  zones: string[];
  spoken: Lang[];
  interpreted: Lang[];
  points: number;
  sessions: number;
  recordings: number;
};

export type SeminarList = {
  /** Not over yet, the next one first; at most 50. */
  upcoming: ListedSeminar[];
  /** The last one first, one page. */
  past: ListedSeminar[];
  next: string | null;
  /** When the clock alone changes this list; null when it does not. */
  changesAt: Date | null;
};

const [UPCOMING, PAGE] = [50, 20];

/** Public seminars: what comes, and a page of what is over, after the seminar with the address `after`. */
export async function listSeminars(
  ctx: Ctx,
  { after }: { after?: string | undefined } = {},
): Promise<SeminarList> {
  const now = ctx.clock.now();
  const last = after === undefined ? null : await findSeminarBySlug(ctx.db, after);
  const [coming, over] = await Promise.all([
    last ? [] : listUpcoming(ctx.db, now, UPCOMING),
    listPast(ctx.db, { now, after: last, take: PAGE + 1 }),
  ]);
  const past = over.slice(0, PAGE);
  const changes = coming.flatMap((row) => nextChange(row, now)?.getTime() ?? []);
  return {
    upcoming: coming.map((row) => toListed(row, now)),
    past: past.map((row) => toListed(row, now)),
    next: over.length > PAGE ? (past.at(-1)?.slug ?? null) : null,
    changesAt: changes.length > 0 ? new Date(Math.min(...changes)) : null,
  };
}

const toListed = (row: ListedRow, now: Date): ListedSeminar => ({
  slug: row.slug,
  state: stateAt(row, now),
  mode: mode.parse(row.mode),
  title: readText(row.title),
  summary: readText(row.summary),
  place: readText(row.place),
  hosts: row.hosts.map(({ name }) => readText(name)),
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  zones: zonesOf(row.zone),
  spoken: row.spoken.filter(isLang),
  interpreted: row.interpreted.filter(isLang),
  points: row.points,
  sessions: row._count.sessions,
  recordings: row._count.recordings,
});
