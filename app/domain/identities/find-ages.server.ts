import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { selectBirthdays } from './data/identities.server';
import { ageOn } from './rules/age';

/**
 * Full years of people on a day, by person, and whether the birthday is their own word; whose is not known is left out. For ports: it does not ask who
 * looks, and tells no birthday. An age is for comparing, never for a page.
 */
export async function findAges(
  ctx: Ctx,
  { personIds, on }: { personIds: readonly string[]; on: LocalDate },
): Promise<ReadonlyMap<string, { years: number; isOwnWord: boolean }>> {
  const found = await selectBirthdays(ctx, personIds);
  return new Map(
    found.map(({ personId, birthOn, isGiven }) => [
      personId,
      { years: ageOn(birthOn, on), isOwnWord: isGiven },
    ]),
  );
}
