import type { Ctx } from '~/platform/context';

/** Those of the people whose record was ever joined with another one, or is proposed to be. */
export type JoinedPeoplePort = (ctx: Ctx, personIds: readonly string[]) => Promise<ReadonlySet<string>>;

declare module '~/platform/ports' {
  interface Ports {
    joinedPeople: JoinedPeoplePort;
  }
}
