/**
 * Serials: the only public address of a credential. 12 random characters of Crockford's base 32 and
 * his check character (value mod 37, https://www.crockford.com/base32.html). Of his 37 check
 * symbols five (`*~$=U`) do not travel well in addresses, so a serial is drawn until its check value
 * is below 32: every serial is a valid Crockford number and holds letters and digits only.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 12;
const CHECK_MODULUS = 37;
const LONGEST_TYPED = 64;
const SHAPE = new RegExp(`^[${ALPHABET}]{${DIGITS + 1}}$`);

/** Letters that a reader of paper confuses, and Cyrillic letters that look like Latin ones. */
const READ_AS: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  О: '0',
  Р: 'P',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: '1',
};

const SEPARATORS = /[\s\p{Pd}\u2212ー_.]/gu;

/** Check value (0–36) of the characters, each of which must belong to the alphabet. */
function checkValue(digits: string): number {
  let value = 0;
  for (const digit of digits) value = (value * 32 + ALPHABET.indexOf(digit)) % CHECK_MODULUS;
  return value;
}

/**
 * A new serial: 13 characters, canonical (upper case, no separators).
 * `randomBytes(n)` must give n bytes from a cryptographic source.
 */
export function newSerial(randomBytes: (size: number) => Uint8Array): string {
  for (;;) {
    const bytes = randomBytes(DIGITS);
    if (bytes.length !== DIGITS) throw new RangeError(`A serial needs ${DIGITS} random bytes`);
    const digits = Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('');
    const check = checkValue(digits);
    if (check < ALPHABET.length) return digits + ALPHABET.charAt(check);
  }
}

/**
 * What a person typed or scanned, as a canonical candidate: upper case, full width and look-alike
 * letters folded, O→0, I and L→1, spaces and hyphens dropped. The result may still be no serial.
 */
export function normaliseSerial(text: string): string {
  if (SHAPE.test(text)) return text;
  if (text.length > LONGEST_TYPED) return '';
  const folded = text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase();
  return Array.from(folded, (letter) => READ_AS[letter] ?? letter).join('');
}

/** Whether the text is a canonical serial with a right check character. */
export function isSerial(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  return ALPHABET.charAt(checkValue(text.slice(0, DIGITS))) === text.charAt(DIGITS);
}

/** As printed: XXXX-XXXX-XXXX-X. */
export function printedSerial(serial: string): string {
  return serial.match(/.{1,4}/g)?.join('-') ?? serial;
}
