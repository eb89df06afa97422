import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';

/** Somebody by account, with the roles of today, for what was ordered in a session of theirs; null when the account is gone. */
export type ActorOfAccountPort = (ctx: Ctx, accountId: string) => Promise<Actor | null>;

declare module '~/platform/ports' {
  interface Ports {
    actorOfAccount: ActorOfAccountPort;
  }
}
