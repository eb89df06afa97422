import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lockIdentity, openBirthday, openIdentity, sealBirthday } from './data/identities.server';
import { type GiveBirthdayInput, giveBirthdaySchema, readIin } from './inputs';

/** Nobody studies here who is older. */
const OLDEST = 120;

/**
 * Keeps the signed-in person's own birthday, sealed. Sent twice it is kept once; what the person gave can be put right by
 * the person until an application rests on it, what came from a table of the office cannot. The act is recorded without the date. Throws
 * `identities.no-such-birthday`, `identities.other-than-iin` at the field, `identities.from-the-office`,
 * `identities.birthday-counted`.
 */
export async function giveBirthday(ctx: Ctx, input: GiveBirthdayInput): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { personId } = actor;
  const { birthOn } = giveBirthdaySchema.parse(input);
  const field = 'birthOn';
  const today = ctx.clock.today('UTC');
  if (birthOn >= today || Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4)) > OLDEST)
    throw new DomainError('invalid', 'identities.no-such-birthday', { field });
  await inTransaction(ctx, async (tx) => {
    await lockIdentity(tx, personId);
    const known = await openBirthday(tx, personId);
    if (known.birthOn === birthOn) return;
    if (known.birthOn && !known.isGiven) throw new DomainError('conflict', 'identities.from-the-office');
    const iin = (await openIdentity(tx, personId))?.iin;
    const read = iin ? readIin(iin, birthOn) : null;
    if (read && 'iin' in read && read.birthOn && read.birthOn !== birthOn)
      throw new DomainError('invalid', 'identities.other-than-iin', { field });
    if (known.birthOn && (await tx.ports.isAgeCounted(tx)))
      throw new DomainError('conflict', 'identities.birthday-counted');
    await sealBirthday(tx, personId, birthOn);
    await recordAct(tx, {
      act: 'identities.birthday-given',
      subject: { type: 'person', id: personId },
      detail: { corrected: known.birthOn !== null },
    });
  });
}
