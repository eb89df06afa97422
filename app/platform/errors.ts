/** How an error answers over HTTP: 404, 403, 401, 409, 422, 429, 410, 413. */
export type ErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'unauthenticated'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'gone'
  | 'too-large';

export type ErrorExtras = {
  /** The form field the message belongs to. */
  field?: string;
  /** Values for the translated message. */
  params?: Record<string, string | number>;
  /** Seconds until a retry makes sense. */
  retryAfter?: number;
};

/**
 * A rule of a domain was broken. `code` is '<domain>.<kebab-code>', shown to people as the message
 * '<domain>:errors.<kebab-code>'.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly kind: ErrorKind,
    readonly code: `${string}.${string}`,
    readonly extras: ErrorExtras = {},
  ) {
    super(code);
  }
}

/** Works across bundles, where `instanceof` would not. */
export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof Error && error.name === 'DomainError';

const STATUS: Record<ErrorKind, number> = {
  'not-found': 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  invalid: 422,
  'rate-limited': 429,
  gone: 410,
  'too-large': 413,
};

export const httpStatus = (kind: ErrorKind): number => STATUS[kind];

/** The message key of an error code: 'learning.attempts-used' → 'learning:errors.attempts-used'. */
export function messageKey(code: string): string {
  const dot = code.indexOf('.');
  return `${code.slice(0, dot)}:errors.${code.slice(dot + 1)}`;
}
