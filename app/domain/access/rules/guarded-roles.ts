import type { Grant, Role } from '~/platform/actor';

/** Roles that change what others rely on; outside the demo they work only behind a second factor. */
const GUARDED: readonly Role[] = ['registrar', 'admin'];

/** Whether the holder of these grants must have a second factor. */
export const needsSecondFactor = (grants: readonly Pick<Grant, 'role'>[], demo: boolean): boolean =>
  !demo && grants.some((grant) => GUARDED.includes(grant.role));

/** The grants that work in a session: all of them in the demo and behind a second factor, else the unguarded ones. */
export const effectiveGrants = <G extends Pick<Grant, 'role'>>(
  grants: readonly G[],
  session: { demo: boolean; secondFactor: boolean },
): G[] => grants.filter((grant) => session.demo || session.secondFactor || !GUARDED.includes(grant.role));
