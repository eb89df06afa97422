import { encode } from 'cborg';
import type { LocalDate } from '~/platform/local-date';

/** What a code says about its document; see `codeBody` for how it is written. */
export type CodeFacts = {
  serial: string;
  latinName: string;
  levelSlug: string;
  from: LocalDate;
  until: LocalDate;
  keyId: string;
  /** Number of the status list and the place in it. */
  status: readonly [list: number, index: number];
};

/** Characters of the fragment: more would make the modules of the printed code too small. */
export const LONGEST_CODE = 300;

/** Bytes for level and name together; the rest of the code always fits beside them. */
const ROOM = 82;
const LEVEL_ROOM = 40;

const sizeOf = (text: string): number => Buffer.byteLength(text);

/** The text, or as many whole letters of it as fit with an ellipsis into so many bytes of UTF-8. */
export function cutToBytes(text: string, room: number): string {
  if (sizeOf(text) <= room) return text;
  const letters = [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment);
  let kept = '';
  for (const letter of letters) {
    if (sizeOf(kept) + sizeOf(letter) + sizeOf('…') > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * The signed bytes: a CBOR map {s: serial, n: Latin name, l: level, f: first day, u: last valid day, k: key,
 * i: [status list, index]}. A level is cut to 40 bytes; the name takes what that leaves of 82, and ends with an
 * ellipsis where it was cut.
 */
export function codeBody({
  serial,
  latinName,
  levelSlug,
  from,
  until,
  keyId,
  status,
}: CodeFacts): Uint8Array {
  const level = cutToBytes(levelSlug, LEVEL_ROOM);
  const name = cutToBytes(latinName.normalize('NFC'), ROOM - sizeOf(level));
  return encode({ s: serial, n: name, l: level, f: from, u: until, k: keyId, i: [...status] });
}

/** The fragment of the printed address: base64url of the CBOR array [signed bytes, signature]. */
export function codeText(body: Uint8Array, signature: Uint8Array): string {
  const text = Buffer.from(encode([body, signature])).toString('base64url');
  if (text.length > LONGEST_CODE) throw new Error(`A code has ${text.length} characters`);
  return text;
}
