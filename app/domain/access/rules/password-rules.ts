/** Characters; long ones are cut by nobody, but nobody hashes a novel either. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** The passwords of ten and more characters that guessers try first, in lower case. */
const COMMON = new Set([
  '1234567890',
  '12345678910',
  '0123456789',
  '9876543210',
  '0987654321',
  '1111111111',
  '0000000000',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop123',
  'asdfghjkl1',
  'zxcvbnm123',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'p@ssw0rd123',
  'iloveyou12',
  'iloveyou123',
  'welcome123',
  'administrator',
  'letmein123',
  'changeme123',
  'abcdefghij',
  'abcd123456',
  'abc1234567',
  'football123',
  'baseball123',
  'superman123',
  'dragon1234',
  'monkey1234',
  'judojudojudo',
  'judo123456',
  'kazakhstan',
  'qazaqstan1',
  'kazakhstan1',
  'йцукенгшщз',
  'йцукен12345',
  'пароль12345',
  'пароль123456',
  'қазақстан1',
  'казахстан1',
  'nihonjudo1',
  'sakura1234',
]);

/** One sign again and again, or one after another on the keyboard or in the alphabet. */
const isMonotonous = (text: string): boolean => {
  const signs = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(signs.slice(1).map((code, index) => code - (signs[index] ?? 0)));
  return new Set(signs).size <= 2 || (steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step)));
};

/** Why a password is too easy to guess, as an error code; null when it is not. `known` = contact and names. */
export function passwordProblem(
  password: string,
  known: readonly string[],
): 'access.password-common' | 'access.password-personal' | null {
  const lower = password.normalize('NFKC').toLowerCase();
  if (COMMON.has(lower) || isMonotonous(lower)) return 'access.password-common';
  const bare = lower.replace(/[^\p{L}]+$/u, '');
  const parts = known
    .flatMap((word) => [word, word.split('@')[0] ?? ''])
    .map((word) => word.normalize('NFKC').toLowerCase());
  return parts.some((part) => part.length >= 3 && (part === lower || part === bare))
    ? 'access.password-personal'
    : null;
}

type Somebody = {
  account: { email: string | null; phone: string | null } | null;
  names: readonly { family: string; given: string }[];
};

/** What others know about somebody, and so guess first. */
export const knownWords = (person: Somebody | null): string[] =>
  [
    person?.account?.email,
    person?.account?.phone,
    ...(person?.names ?? []).flatMap(({ family, given }) => [family, given]),
  ].filter((word) => typeof word === 'string');
