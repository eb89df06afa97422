import { findIdentities } from '~/domain/identities/find-identities.server';
import { hashIins } from '~/domain/identities/hash-iins.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { describePeople } from '~/domain/people/describe-people.server';
import { grantsOf } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import type { HeldAward } from '../rules/held-awards';
import { type Likeable, nameForm } from '../rules/likeness';
import type { PersonRow } from '../rules/read-row';
import type { OnRecord, Subject } from '../rules/resolve-rows';
import { peopleOfPrints } from './made.server';

const PAGE = 1000;

/** The parts of a list, each small enough for one statement. */
export function* chunks<T>(list: readonly T[], size = PAGE): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

type Described = Awaited<ReturnType<typeof describePeople>>;

/** People as they are compared. */
async function likeables(ctx: Ctx, people: Described): Promise<[string, Likeable][]> {
  const personIds = people.map(({ personId }) => personId);
  const identities = new Map((await findIdentities(ctx, { personIds })).map((each) => [each.personId, each]));
  return people.map(({ personId, names }) => {
    const identity = identities.get(personId);
    const forms = names.map((name) => nameForm({ ...name, patronymic: name.patronymic ?? '' }));
    return [personId, { forms, iin: identity?.iinHash ?? null, birthOn: identity?.birthOn ?? null }];
  });
}

/** Adds everybody within organisations at or below the path, or whoever belongs to none. */
async function addPeople(ctx: Ctx, people: Map<string, Likeable>, path: string | null): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Described = await describePeople(ctx, { path, after, take: PAGE });
    for (const [personId, person] of await likeables(ctx, page)) people.set(personId, person);
    after = page.at(-1)?.personId ?? null;
    if (page.length < PAGE) return;
  }
}

/** Where the sender is registrar today, and the table's own place; none of them within another. */
async function reachOf(ctx: Ctx, { path, sentBy }: { path: string; sentBy: string }): Promise<string[]> {
  const sender = await ctx.ports.actorOfAccount(ctx, sentBy);
  const paths = [...new Set([path, ...grantsOf(sender, 'registrar').map((grant) => grant.path)])];
  return paths.filter((each) => !paths.some((other) => other !== each && each.startsWith(other)));
}

/** Rows as they are compared; a number stands there as its hash. */
export async function subjectsOf(
  ctx: Ctx,
  rows: readonly { no: number; person: PersonRow; print: string }[],
): Promise<Subject[]> {
  const hashes = await hashIins(
    ctx,
    rows.map(({ person }) => person.iin ?? ''),
  );
  return rows.map(({ no, person, print }, at) => ({
    no,
    print,
    person: {
      forms: person.names.map(nameForm),
      iin: person.iin === null ? null : (hashes[at] ?? null),
      birthOn: person.birthOn,
    },
  }));
}

/** What is known that these rows may be about. */
export async function loadOnRecord(
  ctx: Ctx,
  {
    path,
    sentBy,
    rows,
  }: { path: string; sentBy: string; rows: readonly { person: PersonRow; print: string }[] },
): Promise<OnRecord> {
  const [prints, bearers] = [new Map<string, string>(), new Map<string, string>()];
  for (const part of chunks(rows)) {
    for (const [print, personId] of await peopleOfPrints(
      ctx,
      part.map(({ print }) => print),
    ))
      prints.set(print, personId);
    const iins = part.flatMap(({ person }) => person.iin ?? []);
    for (const { iinHash, personId } of await findIdentities(ctx, { iins }))
      if (iinHash) bearers.set(iinHash, personId);
  }
  const own = await describePeople(ctx, { accountIds: [sentBy] });
  const people = new Map(await likeables(ctx, own));
  for (const each of [...(await reachOf(ctx, { path, sentBy })), null]) await addPeople(ctx, people, each);
  return { people, bearers, prints, ownPersonId: own[0]?.personId ?? null };
}

/** The awards of these people. */
export async function loadAwards(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, HeldAward[]>> {
  const awards = new Map<string, HeldAward[]>();
  for (const part of chunks([...new Set(personIds)]))
    for (const { personId, levelId, awardedOn, until } of await getStandingFacts(ctx, { personIds: part })) {
      const held = awards.get(personId) ?? [];
      awards.set(personId, [...held, { levelId, awardedOn, until }]);
    }
  return awards;
}
