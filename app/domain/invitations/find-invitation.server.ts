import type { Ctx } from '~/platform/context';
import { findInvitationBy } from './data/invitations.server';
import type { Invitation } from './types';

/** What a link offers, for whoever holds it; null for an unknown code. */
export const findInvitation = (ctx: Ctx, { code }: { code: string }): Promise<Invitation | null> =>
  findInvitationBy(ctx, { code });
