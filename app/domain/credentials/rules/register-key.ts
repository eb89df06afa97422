import { isSerial } from './serial';

type RegisterKey = { name: string; serial: string };

/** Where a page of the register ends, as text for an address. */
export const writeKey = ({ name, serial }: RegisterKey): string => `${name}~${serial}`;

/** The reverse; null for anything that `writeKey` would not have made. */
export function readKey(text: string | undefined): RegisterKey | null {
  const at = text?.lastIndexOf('~') ?? -1;
  if (text === undefined || at < 1) return null;
  const [name, serial] = [text.slice(0, at), text.slice(at + 1)];
  return isSerial(serial) ? { name, serial } : null;
}
