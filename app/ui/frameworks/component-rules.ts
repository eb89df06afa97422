import type { ComponentRule } from '~/domain/frameworks/inputs';
import type { Level } from '~/domain/frameworks/types';

/**
 * The conditions of a level by name and ref: first those of the rules that periods began under, in the order given, then
 * those of the newest rules that were not taken back.
 */
export function componentRules(
  { ruleSets }: Pick<Level, 'ruleSets'>,
  ruleSetVersionIds: readonly string[],
): ComponentRule[] {
  const counting = ruleSetVersionIds.flatMap((id) => ruleSets.find((rules) => rules.id === id) ?? []);
  const others = ruleSets.filter(({ isWithdrawn }) => !isWithdrawn).reverse();
  return [...counting, ...others].flatMap(({ components }) => components);
}
