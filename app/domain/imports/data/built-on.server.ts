import { listEvidence } from '~/domain/evidence/list-evidence.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { writePaperAward } from '~/domain/licensing/write-paper-award.server';
import { describePeople } from '~/domain/people/describe-people.server';
import { findRemindedPeriods } from '~/domain/reminders/find-reminded-periods.server';
import { findProposedAwards } from '~/domain/sanctions/find-proposed-awards.server';
import { findJoined } from '~/domain/unions/find-joined.server';
import { hasRole } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { MOST_ROWS } from '../inputs';
import type { BuiltOn } from '../rules/built-on';
import { listTouchedByOthers, type MadeRow, pageOfMade } from './made.server';
import { chunks } from './on-record.server';

export type Builder = { kind: BuiltOn; name: string };

/** One statement for all. Only a registrar may ask; without one the database alone keeps whoever has evidence. */
async function withEvidence(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0 || !hasRole(ctx.actor, 'registrar')) return [];
  const evidence = await listEvidence(ctx, { personIds });
  return personIds.filter((personId) => (evidence.get(personId) ?? []).length > 0);
}

type Found = { kind: BuiltOn; personId: string };

/** An appeal is against a decision, which licensing has. */
async function onAwards(ctx: Ctx, rows: readonly MadeRow[]): Promise<Found[]> {
  const qualificationIds = rows.flatMap(({ qualificationId }) => qualificationId ?? []);
  if (qualificationIds.length === 0) return [];
  const documents = await ctx.ports.documentsOf(ctx, qualificationIds);
  const proposed = await findProposedAwards(ctx, { qualificationIds });
  const remove = { qualificationIds, personIds: [], isTrial: true };
  const touched = new Set((await writePaperAward(ctx, { remove })).kept);
  const periods = await getStandingFacts(ctx, { qualificationIds });
  const reminded = await findRemindedPeriods(ctx, { periodIds: periods.map(({ periodId }) => periodId) });
  const renewed = new Set(periods.filter(({ no }) => no > 1).map((each) => each.qualificationId));
  return periods.flatMap(({ personId, qualificationId, periodId }) => {
    const kinds: (BuiltOn | false)[] = [
      renewed.has(qualificationId) && 'renewal',
      touched.has(qualificationId) && !renewed.has(qualificationId) && 'decision',
      proposed.has(qualificationId) && 'proposal',
      (documents.get(qualificationId) ?? []).length > 0 && 'certificate',
      reminded.has(periodId) && 'reminder',
    ];
    return kinds.flatMap((kind) => (kind ? [{ kind, personId }] : []));
  });
}

/** What was built on the rows of an import, with the people's names; empty where it can be undone. */
export async function listBuiltOn(ctx: Ctx, importId: string): Promise<Builder[]> {
  const rows = await pageOfMade(ctx, importId, { after: 0, take: MOST_ROWS });
  const found: Found[] = [];
  const names = new Map<string, string>();
  for (const part of chunks(rows)) {
    const made = [...new Set(part.filter(({ madePerson }) => madePerson).map(({ personId }) => personId))];
    const people = await describePeople(ctx, { personIds: part.map(({ personId }) => personId) });
    for (const { personId, displayName } of people) names.set(personId, displayName);
    const identified = part.filter(({ madeIdentity }) => madeIdentity).map(({ personId }) => personId);
    for (const personId of await findJoined(ctx, { personIds: [...made, ...identified] }))
      found.push({ kind: 'joined', personId });
    for (const { personId, accountId } of people)
      if (accountId && made.includes(personId)) found.push({ kind: 'account', personId });
    for (const personId of await withEvidence(ctx, made)) found.push({ kind: 'evidence', personId });
    for (const personId of await listTouchedByOthers(ctx, importId, made))
      found.push({ kind: 'import', personId });
    found.push(...(await onAwards(ctx, part)));
  }
  const seen = new Map(found.map((each) => [`${each.kind} ${each.personId}`, each]));
  return [...seen.values()].map(({ kind, personId }) => ({ kind, name: names.get(personId) ?? '' }));
}
