import type { Ctx } from '~/platform/context';
import { listAccepted } from './data/invitations.server';

/** The invitations that a person accepted, for the person's own export. The caller has checked who asks. */
export const exportInvitations = async (
  ctx: Ctx,
  { accountId }: { accountId: string },
): Promise<Record<string, unknown>> => ({ accepted: await listAccepted(ctx, accountId) });
