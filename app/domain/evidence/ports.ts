import type { Ctx } from '~/platform/context';
import type { CourseCompletion } from './inputs';
import type { AssessedLevel, PersonFacts } from './types';

/**
 * People whose e-mail is `q` or one of whose names contains it (folded), in organisations at or below one of `paths`;
 * the path '/' is everybody, also those without an organisation. At most 20, by name.
 */
export type FindPeoplePort = (
  ctx: Ctx,
  input: { q: string; paths: readonly string[] },
) => Promise<readonly PersonFacts[]>;

/** Names and places by person id; unknown ids are left out. */
export type DescribePeoplePort = (
  ctx: Ctx,
  personIds: readonly string[],
) => Promise<ReadonlyMap<string, PersonFacts>>;

/** For signatures: account id to the name in the person's own script. */
export type NameAccountsPort = (
  ctx: Ctx,
  accountIds: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** What the practical examination of a level looks at today; null for an unknown level. */
export type AssessedLevelPort = (ctx: Ctx, slug: string) => Promise<AssessedLevel | null>;

/** Courses that a person completed, as learning tells them; telling one again is harmless. */
export type PendingCompletionsPort = (ctx: Ctx, personId: string) => Promise<readonly CourseCompletion[]>;

declare module '~/platform/ports' {
  interface Ports {
    findPeople: FindPeoplePort;
    describePeople: DescribePeoplePort;
    nameAccounts: NameAccountsPort;
    assessedLevel: AssessedLevelPort;
    pendingCompletions: PendingCompletionsPort;
  }
}
