import { isSignedBy, knowsSignatures } from './check-signature';
import { isSet, type VerificationKit } from './kit';
import { type Code, readCode } from './read-code';

export type Verdict =
  | { verdict: 'no-code' | 'no-keys' | 'forged' | 'unknown-key' }
  | { verdict: 'valid' | 'not-yet-valid' | 'expired' | 'suspended' | 'revoked' | 'unlisted'; code: Code };

const DAY_MS = 86_400_000;

/** Whether the document is younger than the lists, which then tell nothing of it. A day's difference is one of zones. */
const isYounger = ({ from }: Code, { as_of }: VerificationKit): boolean =>
  from > new Date(Date.parse(as_of) + DAY_MS).toISOString().slice(0, 10);

/** As it is signed: without the hyphens and small letters that people type. */
const canonical = (serial: string): string => serial.replace(/[^0-9a-z]/gi, '').toUpperCase();

/** What the dates and the list say of a code that is genuine; `today` is 'YYYY-MM-DD'. */
async function statusOf(code: Code, kit: VerificationKit, today: string): Promise<Verdict> {
  const list = kit.lists.find(({ no }) => no === code.list);
  if (list && (await isSet(list.revoked, code.index))) return { verdict: 'revoked', code };
  if (today < code.from) return { verdict: 'not-yet-valid', code };
  if (today > code.until) return { verdict: 'expired', code };
  if (!list || isYounger(code, kit)) return { verdict: 'unlisted', code };
  return { verdict: (await isSet(list.suspended, code.index)) ? 'suspended' : 'valid', code };
}

/**
 * Judges the fragment of a printed address with keys and lists that are at hand; nothing leaves the device. `serial`:
 * the one in the address, which must be the one that is signed.
 */
export async function judgeCode(
  fragment: string,
  { serial, kit, today }: { serial: string; kit: VerificationKit | null; today: string },
): Promise<Verdict> {
  if (fragment === '' || fragment === '#') return { verdict: 'no-code' };
  const read = readCode(fragment);
  if (!read || read.code.serial !== canonical(serial)) return { verdict: 'forged' };
  if (!kit) return { verdict: 'no-keys' };
  const key = kit.keys.find(({ id }) => id === read.code.keyId);
  if (!key) return { verdict: 'unknown-key' };
  if (!(await isSignedBy(key.public_key, read.signature, read.body))) return { verdict: 'forged' };
  return statusOf(read.code, kit, today);
}

/** Loads now what a later check without network would need. */
export async function prepare(): Promise<void> {
  if (!(await knowsSignatures())) await import('./ed25519');
}
