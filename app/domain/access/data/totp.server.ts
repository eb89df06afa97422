import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** Clocks of phones may differ by one step. */
const WINDOW = 1;

const totpOf = (secret: string, label: string) =>
  new TOTP({
    issuer: 'Shihan',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });

export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that authenticator apps read, from a QR code or as a link. */
export const otpauthUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The time step a code belongs to; null for a wrong one. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
