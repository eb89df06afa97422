export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired';

/** An invitation waits so long for its person. */
export const INVITATION_DAYS = 14;

type Facts = { acceptedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

export function invitationState({ acceptedAt, withdrawnAt, expiresAt }: Facts, now: Date): InvitationState {
  if (acceptedAt) return 'accepted';
  if (withdrawnAt) return 'withdrawn';
  return expiresAt <= now ? 'expired' : 'open';
}
