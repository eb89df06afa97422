import { type LocalizedText, readText } from '~/i18n/content';
import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { selectGrants } from './data/grants.server';
import { selectAllNames } from './data/names.server';
import { selectAccount, selectConsents } from './data/people.server';
import { type FoundPerson, findPerson } from './find-person.server';
import { maySeeProfile } from './policy';

export type ProfileName = {
  script: string;
  kind: string;
  family: string;
  given: string;
  patronymic: string | null;
  recordedAt: Date;
  /** Null: the current spelling. */
  replacedAt: Date | null;
};

export type ProfileGrant = {
  id: string;
  role: string;
  organisation: { name: LocalizedText; path: string };
  lang: Lang | null;
  level: string | null;
  grantedAt: Date;
  withdrawnAt: Date | null;
};

export type Profile = {
  person: FoundPerson;
  registeredAt: Date;
  emailConfirmedAt: Date | null;
  /** Current and former spellings, oldest first. */
  names: readonly ProfileName[];
  /** Current and withdrawn grants, newest first. */
  grants: readonly ProfileGrant[];
  consents: readonly { kind: string; version: string; lang: string; givenAt: Date }[];
};

/** Everything that people keep about one account; for its owner and for admins. Throws not-found. */
export async function getProfile(ctx: Ctx, input: { accountId: string }): Promise<Profile> {
  if (!maySeeProfile(ctx.actor, input.accountId)) throw new DomainError('forbidden', 'shell.no-right');
  const person = await findPerson(ctx, input);
  const account = await selectAccount(ctx, input.accountId);
  if (!person || !account) throw new DomainError('not-found', 'people.no-such-person');
  const [names, grants, consents] = await Promise.all([
    selectAllNames(ctx, person.personId),
    selectGrants(ctx, input.accountId),
    selectConsents(ctx, input.accountId),
  ]);
  return {
    person,
    registeredAt: account.createdAt,
    emailConfirmedAt: account.emailConfirmedAt,
    names: names.map(({ id: _id, personId: _person, folded: _folded, ...name }) => name),
    grants: grants.map(({ id, role, organisation, lang, level, grantedAt, withdrawnAt }) => ({
      id,
      role,
      organisation: { name: readText(organisation.name), path: organisation.path },
      lang: isLang(lang) ? lang : null,
      level,
      grantedAt,
      withdrawnAt,
    })),
    consents: consents.map(({ kind, version, lang, givenAt }) => ({ kind, version, lang, givenAt })),
  };
}
