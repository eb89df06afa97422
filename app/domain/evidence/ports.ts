import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import type { CourseCompletion } from './inputs';
import type { AssessedLevel, PersonFacts } from './types';

declare module '~/platform/ports' {
  interface Ports {
    /**
     * People whose e-mail is `q` or one of whose names contains it (folded), within organisations at or below one of
     * `paths`; at most 20, by name.
     */
    findPeople(ctx: Ctx, input: { q: string; paths: readonly string[] }): Promise<readonly PersonFacts[]>;
    /** Names and places of people by person id; unknown ids are left out. */
    describePeople(ctx: Ctx, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonFacts>>;
    /** Names of accounts, for signatures: account id to the name in the person's own script. */
    nameAccounts(ctx: Ctx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
    /** What the practical examination of a level looks at today; null for an unknown level. */
    assessedLevel(ctx: Ctx, slug: string): Promise<AssessedLevel | null>;
    /** Names of levels by slug. */
    levelNames(ctx: Ctx): Promise<ReadonlyMap<string, LocalizedText>>;
    /** Completed courses of a person as learning tells them, all of them; telling one twice is harmless. */
    courseCompletions(ctx: Ctx, personId: string): Promise<readonly CourseCompletion[]>;
  }
}
