import { listEvidence } from '~/domain/evidence/list-evidence.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { describePeople } from '~/domain/people/describe-people.server';
import type { Ctx } from '~/platform/context';
import { listTouchedByOthers, type MadeRow } from './made.server';
import { chunks } from './on-record.server';

/** What may have been built on a row since it was written. */
export type BuiltOn = 'account' | 'evidence' | 'renewal' | 'decision' | 'certificate' | 'import';

export type Builder = { kind: BuiltOn; name: string };

/** One statement for all. */
async function withEvidence(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const evidence = await listEvidence(ctx, { personIds });
  return personIds.filter((personId) => (evidence.get(personId) ?? []).length > 0);
}

type Found = { kind: BuiltOn; personId: string };

async function onAwards(ctx: Ctx, rows: readonly MadeRow[]): Promise<Found[]> {
  const qualificationIds = rows.flatMap(({ qualificationId }) => qualificationId ?? []);
  if (qualificationIds.length === 0) return [];
  const documents = await ctx.ports.documentsOf(ctx, qualificationIds);
  const found: Found[] = [];
  for (const {
    personId,
    qualificationId,
    no,
    suspensions,
    revocations,
    surrenderedOn,
  } of await getStandingFacts(ctx, {
    qualificationIds,
  })) {
    if (no > 1) found.push({ kind: 'renewal', personId });
    if (revocations.length > 0 || suspensions.length > 0 || surrenderedOn)
      found.push({ kind: 'decision', personId });
    if ((documents.get(qualificationId) ?? []).length > 0) found.push({ kind: 'certificate', personId });
  }
  return found;
}

/** What was built on these rows of an import, with the people's names; empty where it can be undone. */
export async function listBuiltOn(ctx: Ctx, importId: string, rows: readonly MadeRow[]): Promise<Builder[]> {
  const found: Found[] = [];
  const names = new Map<string, string>();
  for (const part of chunks(rows)) {
    const made = [...new Set(part.filter(({ madePerson }) => madePerson).map(({ personId }) => personId))];
    const people = await describePeople(ctx, { personIds: part.map(({ personId }) => personId) });
    for (const { personId, displayName } of people) names.set(personId, displayName);
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
