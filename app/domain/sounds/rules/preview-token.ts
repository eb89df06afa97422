/** Seconds for which a preview may be listened to. */
export const previewSeconds = 50 * 60;

/** Stands in every address of a preview: which sound, until when (seconds since 1970), for which session (a mark). */
export interface PreviewClaims {
  soundId: string;
  expiresAt: number;
  session: string;
}

export const encodePreview = ({ soundId, expiresAt, session }: PreviewClaims): string =>
  `${soundId}.${expiresAt}.${session}`;

/** Splits a token into its claims, what was signed, and the signature; null when it has another shape. */
export function splitPreview(
  token: string,
): { claims: PreviewClaims; body: string; signature: string } | null {
  const match = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{22})\.([\w-]{43})$/.exec(token);
  const [, soundId, expires, session, signature] = match ?? [];
  if (!soundId || !expires || !session || !signature) return null;
  const claims = { soundId, expiresAt: Number(expires), session };
  return { claims, body: encodePreview(claims), signature };
}

/** Where what is made of a sound's file lies. */
export const soundFolder = (soundId: string): string => `sounds/${soundId}/`;
export const previewKey = (soundId: string): string => `${soundFolder(soundId)}preview.m4a`;
