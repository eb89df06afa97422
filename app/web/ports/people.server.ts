import type { HolderFacts } from '~/domain/licensing/types';
import { describePeople } from '~/domain/people/describe-people.server';
import { findPerson } from '~/domain/people/find-person.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import type { Lang } from '~/i18n/locales';
import type { Ports } from '~/platform/ports';

type PeoplePorts = Pick<
  Ports,
  | 'describeHolder'
  | 'describeHolders'
  | 'actorOfAccount'
  | 'describePeople'
  | 'findPeople'
  | 'nameAccounts'
  | 'findOrganisation'
  | 'organisationsWithin'
  | 'partnerOrganisations'
  | 'checkpointReceivers'
>;

type Described = Awaited<ReturnType<typeof describePeople>>[number];

const facts = ({ personId, displayName, latinName, organisation }: Described) => ({
  personId,
  displayName,
  latinName,
  path: organisation?.path ?? null,
  organisation: organisation?.name ?? null,
});

const holderFacts = ({
  personId,
  displayName,
  latinName,
  foldedNames,
  organisation,
  mail,
}: Described): HolderFacts => ({
  ...{ personId, displayName, latinName, foldedNames, mail },
  organisationId: organisation?.id ?? null,
  path: organisation?.path ?? '/',
});

/** What other domains ask of people. */
export const peoplePorts: PeoplePorts = {
  async describeHolder(ctx, personId) {
    const [person] = await describePeople(ctx, { personIds: [personId] });
    return person ? holderFacts(person) : null;
  },
  async actorOfAccount(ctx, accountId) {
    const person = await findPerson(ctx, { accountId });
    if (!person?.account || person.isJoined) return null;
    const { lang, emailConfirmed } = person.account;
    const { personId, grants, displayNames } = person;
    const facts = { accountId, personId, lang, emailConfirmed, grants, name: displayNames[lang] };
    return { ...facts, sessionId: '', secondFactorPassed: true };
  },
  describeHolders: async (ctx, personIds) =>
    new Map(
      (await describePeople(ctx, { personIds })).map((person) => [person.personId, holderFacts(person)]),
    ),
  describePeople: async (ctx, personIds) =>
    new Map(
      (await describePeople(ctx, { personIds }))
        .filter(({ isJoined }) => !isJoined)
        .map((person) => [person.personId, facts(person)]),
    ),
  findPeople: async (ctx, input) => (await describePeople(ctx, input)).map(facts),
  nameAccounts: async (ctx, accountIds) =>
    new Map(
      (await describePeople(ctx, { accountIds })).map(({ accountId, displayName }) => [
        accountId ?? '',
        displayName,
      ]),
    ),
  async findOrganisation(ctx, id) {
    const [found] = await listOrganisations(ctx, { ids: [id] });
    return found ? { id: found.id, path: found.path, name: found.name } : null;
  },
  organisationsWithin: async (ctx, paths) =>
    paths.length > 0
      ? (await listOrganisations(ctx)).filter(({ path }) => paths.some((above) => path.startsWith(above)))
      : [],
  partnerOrganisations: async (ctx, ids) =>
    ids.length > 0 ? listOrganisations(ctx, { ids: [...new Set(ids)] }) : [],
  async checkpointReceivers(ctx) {
    const partners = (await listOrganisations(ctx)).filter(({ kind }) => kind === 'partner');
    const holders = await describePeople(ctx, {
      roles: ['admin', 'registrar'],
      organisationIds: partners.map(({ id }) => id),
    });
    const receivers = new Map<string, { to: string; lang: Lang }>();
    for (const { personId } of holders.filter(({ isJoined }) => !isJoined)) {
      const account = (await findPerson(ctx, { personId }))?.account;
      if (account?.email && account.emailConfirmed)
        receivers.set(account.email, { to: account.email, lang: account.lang });
    }
    return [...receivers.values()];
  },
};
