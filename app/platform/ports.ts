import type { Actor } from './actor';
import type { Ctx } from './context';
import type { DomainEvent } from './events';

/** What one domain holds about a person, as plain JSON under a name of its own. Never another person's data. */
export type PersonalDataPort = (
  ctx: Ctx,
  input: { personId: string; accountId: string },
) => Promise<Record<string, unknown>>;

/**
 * What a domain needs against the arrows. Each domain declares its ports by module augmentation of `Ports`
 * in its ports.ts; app/web/ports.server.ts fills them all.
 */
export interface Ports {
  react(ctx: Ctx, event: DomainEvent): Promise<void>;
  /** Whose session the token is; null for an unknown, ended or damaged one. Without roles it is cheaper. */
  findActor(ctx: Ctx, input: { token: string; withRoles?: boolean }): Promise<Actor | null>;
  /** The other domains' part of the export of everything held about somebody. */
  personalData: readonly PersonalDataPort[];
}
