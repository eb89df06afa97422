import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { openIdentity } from './data/identities.server';
import { readIin } from './inputs';

/** The day that is kept, and the one in the number of the state. */
async function birthdaysOf(ctx: Ctx, personId: string): Promise<LocalDate[]> {
  const { iin = null, birthOn = null } = (await openIdentity(ctx, personId)) ?? {};
  const read = iin === null ? null : readIin(iin, birthOn);
  const inNumber = read && 'birthOn' in read ? read.birthOn : null;
  return [birthOn, inNumber].filter((date) => date !== null);
}

/**
 * Whether a birthday of one person is another day than one of the other; false where either has none. For other domains: it
 * does not ask who looks, and tells no birthday.
 */
export async function compareBirthdays(
  ctx: Ctx,
  { one, two }: { one: string; two: string },
): Promise<{ differ: boolean }> {
  const others = await birthdaysOf(ctx, two);
  return { differ: (await birthdaysOf(ctx, one)).some((day) => others.some((other) => other !== day)) };
}
