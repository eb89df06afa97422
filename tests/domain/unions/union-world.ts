import { signUp } from '~/domain/access/sign-up.server';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import type { HolderFacts } from '~/domain/licensing/types';
import type { Spelling } from '~/domain/people/inputs';
import { writeRecord } from '~/domain/people/write-record.server';
import { answerUnion } from '~/domain/unions/answer-union.server';
import { joinRecords } from '~/domain/unions/join-records.server';
import type { Actor } from '~/platform/actor';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { actorWith, type TestWorld } from '../../support/database';
import { actorOfToken, newcomer } from '../../support/people';
import { type CredentialWorld, openCredentialWorld } from '../credentials/credential-world';

export type UnionWorld = Pick<CredentialWorld, 'registrar' | 'secondRegistrar' | 'organisationId'> & {
  /** A context with the real ports. */
  as(actor: Actor | null): Ctx;
  db: Ctx['db'];
  /** Somebody of the federation without an account, acting in tests only. */
  record(family: string, given?: string): Promise<Actor>;
  /** Somebody who signed up and belongs nowhere. */
  coach(family: string, given?: string): Promise<Actor & { contact: string; token: string }>;
  ready(person: Actor, on?: string): Promise<void>;
  /** Applies with everything in place. */
  apply(person: Actor, level?: string): Promise<string>;
  /** The same, awarded; gives the award and its document. */
  award(
    person: Actor,
    level?: string,
  ): Promise<{ qualificationId: string; serial: string; applicationId: string }>;
  /** Decides an application for the first level; gives the award. */
  decided(applicationId: string): Promise<{ qualificationId: string }>;
  /** Joins as the first registrar; the first one is kept. */
  join(kept: Actor, absorbed: Actor, by?: Actor): Promise<{ unionId: string; state: string }>;
  /** The same; the second registrar confirms where two are needed. */
  merge(kept: Actor, absorbed: Actor): Promise<string>;
};

let people = 0;
const spelling = (script: Spelling['script'], family: string, given: string): Spelling => ({
  ...{ script, kind: 'own', family, given, patronymic: '' },
});

const latin = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z]/g, (sign) => 'abcdefghijklmnopqrstuvwxyz'[sign.charCodeAt(0) % 26] ?? '')
    .replace(/^./, (first) => first.toUpperCase());

/** Signs somebody up whose address counts as confirmed. */
async function signUpAs(world: TestWorld, family: string, given: string) {
  people += 1;
  const contact = `union${people}@test.kz`;
  const name = { family, given, latinFamily: latin(family), latinGiven: latin(given) };
  const { token } = await signUp(world.ctx(), newcomer({ contact, ...name }));
  const emailConfirmedAt = world.clock.now();
  await world.ctx().db.account.updateMany({ where: { email: contact }, data: { emailConfirmedAt } });
  return { ...(await actorOfToken(world, token)), contact, token };
}

/** Two-key decisions by both registrars, one-key ones by the first. */
async function decide(house: UnionWorld, applicationId: string, level: string): Promise<void> {
  const office = { applicationId, note: '' };
  const isTwo = level === 'coach-two';
  if (isTwo) await decideApplication(reachable(house.as(house.registrar)), { act: 'propose', ...office });
  const last = isTwo ? house.secondRegistrar : house.registrar;
  await decideApplication(reachable(house.as(last)), { act: 'confirm', ...office });
}

async function decided(house: UnionWorld, applicationId: string): Promise<{ qualificationId: string }> {
  await decide(house, applicationId, 'coach-one');
  const { id } = await house.db.qualification.findFirstOrThrow({ where: { applicationId } });
  return { qualificationId: id };
}

async function merge(house: UnionWorld, kept: Actor, absorbed: Actor): Promise<string> {
  const { unionId, state } = await house.join(kept, absorbed);
  if (state === 'asked') await answerUnion(house.as(house.secondRegistrar), { unionId, answer: 'confirm' });
  return unionId;
}

/** As if everybody had a confirmed address: a record of the office has none, and an application asks for one. */
function reachable(ctx: Ctx): Ctx {
  const reached = (holder: HolderFacts): HolderFacts => ({
    ...holder,
    mail: holder.mail ?? { to: 'office@test.kz', lang: 'ru' },
  });
  const describeHolders: Ctx['ports']['describeHolders'] = async (asked, personIds) =>
    new Map(
      [...(await ctx.ports.describeHolders(asked, personIds))].map(([id, each]) => [id, reached(each)]),
    );
  const describeHolder: Ctx['ports']['describeHolder'] = async (asked, personId) =>
    (await describeHolders(asked, [personId])).get(personId) ?? null;
  return { ...ctx, ports: { ...ctx.ports, describeHolder, describeHolders } };
}

/** A federation whose documents are real, with records of people who may be one. */
export async function openUnionWorld(world: TestWorld): Promise<UnionWorld> {
  const cast = await openCredentialWorld(world);
  const as = (actor: Actor | null) => world.ctx(actor);
  const { db } = as(null);
  const house: UnionWorld = {
    ...{ as, db, organisationId: cast.organisationId },
    ...{ registrar: cast.registrar, secondRegistrar: cast.secondRegistrar, ready: cast.makeReady },
    async record(family, given = 'Айгүл') {
      const actor = actorWith([], '/kjf/', { name: family });
      const names = [spelling('cyrillic', family, given), spelling('latin', latin(family), latin(given))];
      const { personId } = actor;
      await inTransaction(as(null), (tx) =>
        writeRecord(tx, { add: { personId, names, organisationId: cast.organisationId } }),
      );
      return actor;
    },
    coach: (family, given = 'Айгүл') => signUpAs(world, family, given),
    async apply(person, level = 'coach-one') {
      await cast.makeReady(person);
      const asked = { level, languages: ['kk' as const, 'ru' as const], note: '' };
      return (await applyForLevel(reachable(as(person)), asked)).applicationId;
    },
    async award(person, level = 'coach-one') {
      const applicationId = await house.apply(person, level);
      await decide(house, applicationId, level);
      const { id } = await db.qualification.findFirstOrThrow({ where: { applicationId } });
      const { serial } = await db.credential.findFirstOrThrow({ where: { qualificationId: id } });
      return { qualificationId: id, serial, applicationId };
    },
    decided: (applicationId) => decided(house, applicationId),
    join: (kept, absorbed, by = cast.registrar) =>
      joinRecords(as(by), {
        ...{ one: kept.personId, two: absorbed.personId, kept: kept.personId },
        ...{ reason: 'One person, registered twice', document: `note ${newId().slice(0, 4)}` },
      }),
    merge: (kept, absorbed) => merge(house, kept, absorbed),
  };
  return house;
}
