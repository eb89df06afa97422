import type { Ctx } from '~/platform/context';
import { confirmEmailRow } from './data/people.server';

/** The e-mail address of the account is its owner's; the caller has checked the proof. A second time changes nothing. */
export async function recordConfirmation(ctx: Ctx, input: { accountId: string }): Promise<void> {
  await confirmEmailRow(ctx, input.accountId);
}
