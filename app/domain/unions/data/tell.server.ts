import type { HolderFacts } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import type { MovedRow } from '../types';

type Mail = HolderFacts['mail'];

const page = (tx: Ctx, { lang }: NonNullable<Mail>) => `${tx.config.publicUrl}/${lang}/me/qualifications`;

/** Tells the coach, at the address that signs in from now on, and at one that no longer does. */
export async function tellJoined(
  tx: Ctx,
  { kept, absorbed, moved }: { kept: Mail; absorbed: Mail; moved: readonly MovedRow[] },
): Promise<void> {
  const hasMovedAccount = moved.some(({ kind }) => kind === 'account');
  const goesOn = hasMovedAccount ? absorbed : kept;
  if (goesOn)
    await tx.mail.send({ ...goesOn, message: { key: 'records-joined', params: { page: page(tx, goesOn) } } });
  if (!hasMovedAccount && absorbed)
    await tx.mail.send({ ...absorbed, message: { key: 'account-joined', params: {} } });
}

/** Tells both that each has an own record again. */
export async function tellParted(tx: Ctx, mails: readonly Mail[]): Promise<void> {
  for (const mail of mails)
    if (mail)
      await tx.mail.send({ ...mail, message: { key: 'records-parted', params: { page: page(tx, mail) } } });
}
