import type { Ctx } from '~/platform/context';

/** Whether an application of the signed-in person that asks for an age is open, or an award was made by one. */
export type IsAgeCountedPort = (ctx: Ctx) => Promise<boolean>;

declare module '~/platform/ports' {
  interface Ports {
    isAgeCounted: IsAgeCountedPort;
  }
}
