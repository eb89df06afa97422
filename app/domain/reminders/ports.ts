import type { Ctx } from '~/platform/context';

/** The levels of which a person has asked for a renewal that is not decided yet. */
export type OpenRenewalsPort = (ctx: Ctx, personId: string) => Promise<readonly string[]>;

declare module '~/platform/ports' {
  interface Ports {
    openRenewals: OpenRenewalsPort;
  }
}
