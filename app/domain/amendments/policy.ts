import type { Level } from '~/domain/frameworks/types';
import { type Actor, hasRole } from '~/platform/actor';

/** Registrars read rules wherever their own place is. */
export const canReadRulebooks = (actor: Actor | null): boolean => hasRole(actor, 'registrar');

/** Registrars of the organisation whose ladder it is, or of one above it. */
export const canAmend = (actor: Actor | null, level: Pick<Level, 'framework'>): boolean =>
  hasRole(actor, 'registrar', level.framework.path);
