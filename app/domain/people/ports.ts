import type { Ctx } from '~/platform/context';

/** What one domain holds about a person, as plain JSON under a name of its own. Never another person's data. */
export type PersonalDataPort = (
  ctx: Ctx,
  input: { personId: string; accountId: string },
) => Promise<Record<string, unknown>>;

declare module '~/platform/ports' {
  interface Ports {
    /** The other domains' part of the export of everything held about somebody. */
    personalData: readonly PersonalDataPort[];
  }
}
