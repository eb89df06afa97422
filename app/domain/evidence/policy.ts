import { type Actor, covers, grantsOf, hasRole } from '~/platform/actor';

type Place = { path: string | null };

/** Whether somebody is licensed to assess a level at all. */
export const isAssessor = (actor: Actor | null): boolean => hasRole(actor, 'assessor');

/** The slugs of the levels somebody is licensed for. */
export const levelsOf = (actor: Actor | null): string[] => [
  ...new Set(grantsOf(actor, 'assessor').flatMap(({ level }) => (level ? [level] : []))),
];

/**
 * Licensed for the level, and for the candidate's organisation or the one that owns the level. Whether the candidate
 * is somebody else is asked apart.
 */
export const canAssess = (
  actor: Actor | null,
  level: { slug: string; path: string },
  candidate: Place,
): boolean =>
  grantsOf(actor, 'assessor').some(
    (grant) =>
      grant.level === level.slug &&
      (covers(grant, level.path) || (candidate.path !== null && covers(grant, candidate.path))),
  );

/** Own evidence, and what a registrar decides from. */
export const canReadEvidence = (actor: Actor | null, personId: string): boolean =>
  actor !== null && (actor.personId === personId || hasRole(actor, 'registrar'));
