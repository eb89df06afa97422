import type { Level } from '~/domain/frameworks/types';
import { type Actor, covers, grantsOf, hasRole } from '~/platform/actor';

/**
 * Days in which somebody may appeal against a decision, from the day on which it was made: what the Code of
 * Sports-related Arbitration, R49, grants where a federation's own rules name no time.
 */
export const APPEAL_DAYS = 21;

/** What a registrar reaches: all records of some levels, and the people below some paths. */
export type Scope = { levelIds: readonly string[]; paths: readonly string[] };

export const isRegistrar = (actor: Actor | null): boolean => hasRole(actor, 'registrar');

/** A grant at a framework's organisation (or above) reaches the whole framework; every grant reaches its people. */
export function scopeOf(actor: Actor | null, levels: readonly Level[]): Scope {
  const grants = grantsOf(actor, 'registrar');
  const whole = levels.filter(({ framework }) => grants.some((grant) => covers(grant, framework.path)));
  return { levelIds: whole.map(({ id }) => id), paths: grants.map(({ path }) => path) };
}

export const isWithin = (scope: Scope, record: { levelId: string; path: string }): boolean =>
  scope.levelIds.includes(record.levelId) || scope.paths.some((path) => record.path.startsWith(path));

/** Nobody acts on the own record. */
export const isOwnRecord = (actor: Actor | null, personId: string): boolean => actor?.personId === personId;
