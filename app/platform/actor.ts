import type { Lang } from '~/i18n/locales';

export const ROLES = [
  'instructor',
  'editor',
  'assessor',
  'registrar',
  'coordinator',
  'observer',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** A role held over an organisation and everything below it. */
export type Grant = {
  role: Role;
  organisationId: string;
  /** The organisation's materialised path, such as '/kjf/karaganda/'. */
  path: string;
  /** An editor's grant may be for one language only. */
  lang: Lang | null;
  /** An assessor's grant is for one level, named by the level's slug. */
  level: string | null;
};

/** Who acts. Every account is a coach; everything else is a grant. */
export type Actor = {
  accountId: string;
  personId: string;
  sessionId: string;
  /**
   * The session was live within the last minute and was not looked up now: every write of this actor must ask
   * `live_session` in its own statement.
   */
  sessionAssumed?: true;
  lang: Lang;
  emailConfirmed: boolean;
  /** True once the session passed the second factor, or where none is set up. */
  secondFactorPassed: boolean;
  /** The name to greet with, in the person's own script. */
  name: string;
  grants: readonly Grant[];
};

/** Whether the grant reaches the organisation path (or any, when no path is asked for). */
export const covers = (grant: Grant, path?: string): boolean =>
  path === undefined || path.startsWith(grant.path);

/** Deny by default: no actor, no role. */
export const hasRole = (actor: Actor | null, role: Role, path?: string): boolean =>
  actor?.grants.some((grant) => grant.role === role && covers(grant, path)) ?? false;

/** The grants of one role, for queries that must stay inside the actor's organisations. */
export const grantsOf = (actor: Actor | null, role: Role): readonly Grant[] =>
  actor?.grants.filter((grant) => grant.role === role) ?? [];
