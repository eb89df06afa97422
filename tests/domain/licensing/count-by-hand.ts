import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { isRunning, standingOn } from '~/domain/licensing/rules/licence-standing';
import { LICENCE_FIGURES, type StandingFacts } from '~/domain/licensing/types';
import type { ReportRow } from '~/domain/reports/types';
import type { Ctx } from '~/platform/context';
import { addDays, type LocalDate, localDateOf } from '~/platform/local-date';

const ZONE = 'Asia/Almaty';

type Question = { on: LocalDate; knownAt: Date; path: string };

/** Where somebody belonged at the end of the day; else the first place that was written down. */
async function placesOn(ctx: Ctx, { on, knownAt }: Question): Promise<Map<string, string>> {
  const rows = await ctx.db.holderPlace.findMany({ orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] });
  const places = new Map<string, string>();
  for (const { personId, path, recordedAt } of rows) {
    if (recordedAt > knownAt) continue;
    if (!places.has(personId) || localDateOf(recordedAt, ZONE) <= on) places.set(personId, path);
  }
  return places;
}

const nothing = (place: string, level: string): ReportRow => ({
  place,
  level,
  ...(Object.fromEntries(LICENCE_FIGURES.map((name) => [name, 0])) as Record<
    (typeof LICENCE_FIGURES)[number],
    number
  >),
  missing: {},
});

/** Adds one licence to its row, from the facts of all its periods. */
function add(row: ReportRow, own: StandingFacts, all: readonly StandingFacts[], on: LocalDate): ReportRow {
  const { state, missing } = standingOn(own, on);
  const year = `${on.slice(0, 4)}-01-01`;
  const inYear = (day: LocalDate) => year <= day && day <= on;
  const runs = state === 'active' || state === 'renewable' || state === 'suspended';
  const isLast = !all.some(({ no }) => no > own.no);
  const ends = (days: number) => Number(runs && isLast && own.until >= on && own.until <= addDays(on, days));
  const lacking = { ...row.missing };
  for (const kind of runs ? missing : []) lacking[kind] = (lacking[kind] ?? 0) + 1;
  return {
    ...row,
    [state]: row[state as 'active'] + 1,
    awards: row.awards + Number(inYear(own.awardedOn)),
    renewals: row.renewals + all.filter(({ no, from }) => no > 1 && inYear(from)).length,
    ending60: row.ending60 + ends(60),
    ending180: row.ending180 + ends(180),
    missing: lacking,
  };
}

/** The rows of a report, counted person by person with the rules of licensing. */
export async function countByHand(ctx: Ctx, question: Question): Promise<ReportRow[]> {
  const { on, knownAt, path } = question;
  const places = await placesOn(ctx, question);
  const levels = new Map((await ctx.db.level.findMany()).map(({ id, slug }) => [id, slug]));
  const ids = (await ctx.db.qualification.findMany({ select: { id: true } })).map(({ id }) => id);
  const facts = await getStandingFacts(ctx, { qualificationIds: ids, knownAt });
  const rows = new Map<string, ReportRow>();
  for (const own of facts.filter((each) => isRunning(each, on) && each.from <= on)) {
    const place = places.get(own.personId) ?? '/';
    if (!place.startsWith(path)) continue;
    const level = levels.get(own.levelId) ?? '';
    const all = facts.filter(({ qualificationId }) => qualificationId === own.qualificationId);
    const key = `${place} ${level}`;
    rows.set(key, add(rows.get(key) ?? nothing(place, level), own, all, on));
  }
  const order = (a: ReportRow, b: ReportRow) =>
    a.place === b.place ? (a.level < b.level ? -1 : 1) : a.place < b.place ? -1 : 1;
  return [...rows.values()].sort(order);
}
