import type { Requirement } from '../inputs';

type Asking = {
  prerequisites: Requirement;
  reinstatement: readonly { requires: readonly Requirement[] }[];
};

/** A requirement with those inside it. */
export const withParts = (requirement: Requirement): Requirement[] =>
  'of' in requirement ? [requirement, ...requirement.of.flatMap(withParts)] : [requirement];

/** Everything that a rule set asks for, to award a level or to reinstate it; groups and their parts. */
export const allAsked = ({ prerequisites, reinstatement }: Asking): Requirement[] =>
  [prerequisites, ...reinstatement.flatMap(({ requires }) => requires)].flatMap(withParts);
