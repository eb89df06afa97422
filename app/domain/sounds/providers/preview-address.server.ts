import type { Ctx } from '~/platform/context';
import type { Secrets } from '~/platform/secrets.server';
import { encodePreview, type PreviewClaims, previewSeconds, splitPreview } from '../rules/preview-token';

const purpose = 'sound-preview';

/** What stands for a session in addresses: it cannot be turned back into the session. */
export const sessionMark = (secrets: Secrets, sessionId: string): string =>
  secrets.sign('sound-session', sessionId).slice(0, 22);

/** A signed address of a sound's preview for the actor's session. */
export function previewAddress({ secrets, clock, actor }: Ctx, soundId: string): string {
  const expiresAt = Math.floor(clock.now().getTime() / 1000) + previewSeconds;
  const body = encodePreview({ soundId, expiresAt, session: sessionMark(secrets, actor?.sessionId ?? '') });
  return `/sounds/${body}.${secrets.sign(purpose, body)}/preview.m4a`;
}

/** The claims of a token that we signed; null for every other text. */
export function readPreviewToken(secrets: Secrets, token: string): PreviewClaims | null {
  const parts = splitPreview(token);
  return parts && secrets.verify(purpose, parts.body, parts.signature) ? parts.claims : null;
}
