import type { RestrictionRule } from '../inputs';
import type { Restriction } from '../types';

/** What a rule says of the technique itself; the others only forbid a way of doing it. */
const FORBIDS_PRIMARY: readonly RestrictionRule[] = [
  'chokes',
  'triangle',
  'locks',
  'scissors',
  'two-hand-reap',
  'back-throw',
  'both-sleeves',
  'contest-banned',
];

/** Whether children of primary school may be taught the technique at all. */
export const isForPrimarySchool = (restrictions: readonly Pick<Restriction, 'rule'>[]): boolean =>
  restrictions.every(({ rule }) => !FORBIDS_PRIMARY.includes(rule));
