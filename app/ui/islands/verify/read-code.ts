import { decode } from 'cborg';

/** What a signed code says; days are 'YYYY-MM-DD', `until` is the last valid one. */
export type Code = {
  serial: string;
  name: string;
  level: string;
  from: string;
  until: string;
  keyId: string;
  list: number;
  index: number;
};

export type SignedCode = { code: Code; body: Uint8Array; signature: Uint8Array };

/** Nothing longer was ever printed. */
const LONGEST = 300;

const DAY = /^\d{4}-\d\d-\d\d$/;
const FRAGMENT = /^#?([\w-]+)$/;

function bytesOf(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function codeFrom(body: Uint8Array): Code | null {
  const { s, n, l, f, u, k, i } = decode(body, { strict: true });
  const texts = [s, n, l, f, u, k].every((value) => typeof value === 'string');
  if (!texts || !DAY.test(f) || !DAY.test(u) || !Array.isArray(i)) return null;
  const [list, index] = i;
  if (!isWhole(list) || !isWhole(index)) return null;
  return { serial: s, name: n, level: l, from: f, until: u, keyId: k, list, index };
}

/** Reads the fragment of an address, with or without '#'; null for what no paper of ours says. Nothing is checked yet. */
export function readCode(fragment: string): SignedCode | null {
  const [, text = ''] = FRAGMENT.exec(fragment) ?? [];
  if (text === '' || text.length > LONGEST) return null;
  try {
    const [body, signature] = decode(bytesOf(text), { strict: true });
    if (!(body instanceof Uint8Array) || !(signature instanceof Uint8Array)) return null;
    const code = codeFrom(body);
    return code && { code, body, signature };
  } catch {
    return null;
  }
}
