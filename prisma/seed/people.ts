import { endSessions } from '~/domain/access/end-sessions.server';
import { signUp } from '~/domain/access/sign-up.server';
import { editNames } from '~/domain/people/edit-names.server';
import { findPerson } from '~/domain/people/find-person.server';
import { grantRole } from '~/domain/people/grant-role.server';
import { joinOrganisation } from '~/domain/people/join-organisation.server';
import { recordConfirmation } from '~/domain/people/record-confirmation.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DEMO_ACCOUNTS, DEMO_ORGANISATIONS, type DemoAccount } from './demo-people';
import { asInstallation, foundOrganisations } from './installation';

export const DEMO_PASSWORD = 'shihan-demo';

export type SeededPeople = {
  /** By e-mail address. */
  accounts: Record<string, { accountId: string; personId: string }>;
  /** By slug. */
  organisations: Record<string, { id: string; path: string }>;
};

/** The actor that signing in with this address would give. Throws when there is no such account. */
export async function actorOf(ctx: Ctx, email: string): Promise<Actor> {
  const person = await findPerson(ctx, { contact: { email, phone: null } });
  if (!person?.account) throw new Error(`There is no account ${email}`);
  const { id: accountId, lang, emailConfirmed } = person.account;
  return {
    accountId,
    personId: person.personId,
    sessionId: 'seed',
    lang,
    emailConfirmed,
    secondFactorPassed: true,
    name: person.displayNames[lang],
    grants: person.grants,
  };
}

const acting = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor, lang: actor.lang });

/** The demo's organisations and accounts, through use cases. A second run adds nothing. */
export async function seedPeople(ctx: Ctx): Promise<SeededPeople> {
  const setUp = asInstallation(ctx);
  const organisations = await foundOrganisations(setUp, DEMO_ORGANISATIONS);
  const accounts: SeededPeople['accounts'] = {};
  for (const account of DEMO_ACCOUNTS)
    accounts[account.email] = await seedAccount(setUp, account, organisations);
  return { accounts, organisations };
}

async function seedAccount(ctx: Ctx, account: DemoAccount, organisations: SeededPeople['organisations']) {
  const contact = { email: account.email, phone: null };
  if (!(await findPerson(ctx, { contact }))) await signUpDemo(ctx, account);
  const own = acting(ctx, await actorOf(ctx, account.email));
  const { accountId, personId } = await actorOf(ctx, account.email);
  await recordConfirmation(ctx, { accountId });
  for (const { script, family, given } of account.more ?? []) {
    await editNames(own, { set: { script, kind: 'own', family, given, patronymic: '' } });
  }
  const home = organisations[account.belongsTo];
  if (home) await joinOrganisation(own, { organisationId: home.id });
  for (const { role, at, level, lang } of account.grants) {
    const organisation = organisations[at];
    const limits = { ...(level ? { level } : {}), ...(lang ? { lang } : {}) };
    if (organisation) await grantRole(ctx, { accountId, role, organisationId: organisation.id, ...limits });
  }
  return { accountId, personId };
}

async function signUpDemo(ctx: Ctx, { email, lang, own, latin }: DemoAccount): Promise<void> {
  await signUp(
    { ...ctx, actor: null, lang },
    {
      contact: { email, phone: null },
      password: DEMO_PASSWORD,
      ...own,
      patronymic: '',
      latinFamily: latin.family,
      latinGiven: latin.given,
      lang,
      userAgent: null,
    },
  );
  await endSessions(acting(ctx, await actorOf(ctx, email)), 'others');
}
