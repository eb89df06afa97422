import type { Translate } from '~/i18n/translate';
import { httpStatus, isDomainError, messageKey } from '~/platform/errors';

const SAID: readonly string[] = ['invalid', 'conflict', 'rate-limited'];

/** What stands in the way of a file, in words: there is no page of its own to show it on. Throws what is no broken rule. */
export function refusedFile(error: unknown, t: Translate): Response {
  if (!isDomainError(error) || !SAID.includes(error.kind)) throw error;
  const { params, retryAfter } = error.extras;
  return new Response(t.dynamic(messageKey(error.code), params), {
    status: httpStatus(error.kind),
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      ...(retryAfter ? { 'Retry-After': String(retryAfter) } : {}),
    },
  });
}
