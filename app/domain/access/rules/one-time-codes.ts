import { createHash, randomInt } from 'node:crypto';

/** Crockford's digits: no I, L, O, U, so that a printed code cannot be misread. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A code for paper, 60 bits: 'K7QF-2M9X-TB4C'. */
export function printableCode(): string {
  const signs = Array.from({ length: LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length)));
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody typed from paper in its one spelling; a code from a link stays as it is. */
export function normalCode(typed: string): string {
  const bare = typed.replace(/[\s-]/g, '').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  return bare.length === LENGTH && [...bare].every((sign) => DIGITS.includes(sign)) ? bare : typed.trim();
}

/** What is stored instead of a code; the code itself is random enough to need no salt. */
export const codeHash = (code: string): string => createHash('sha256').update(normalCode(code)).digest('hex');
