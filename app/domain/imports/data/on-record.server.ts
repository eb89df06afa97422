import { findIdentities } from '~/domain/identities/find-identities.server';
import { hashIins } from '~/domain/identities/hash-iins.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { describePeople } from '~/domain/people/describe-people.server';
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

/** Everybody whom an organisation at the path reaches, as they are compared. */
async function loadPeople(ctx: Ctx, path: string): Promise<Map<string, Likeable>> {
  const people = new Map<string, Likeable>();
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof describePeople>> = await describePeople(ctx, {
      path,
      after,
      take: PAGE,
    });
    const ids = page.map(({ personId }) => personId);
    const identities = new Map(
      (await findIdentities(ctx, { personIds: ids })).map((each) => [each.personId, each]),
    );
    for (const { personId, names } of page) {
      const identity = identities.get(personId);
      const forms = names.map((name) => nameForm({ ...name, patronymic: name.patronymic ?? '' }));
      people.set(personId, { forms, iin: identity?.iinHash ?? null, birthOn: identity?.birthOn ?? null });
    }
    after = ids.at(-1) ?? null;
    if (page.length < PAGE) return people;
  }
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
  const [own] = await describePeople(ctx, { accountIds: [sentBy] });
  return { people: await loadPeople(ctx, path), bearers, prints, ownPersonId: own?.personId ?? null };
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
