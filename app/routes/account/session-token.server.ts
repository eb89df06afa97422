import { readCookie, sessionCookie, sessionCookieName } from '~/web/cookies.server';
import type { LoadArgs } from '~/web/handlers.server';

/** The browser keeps the cookie as long as it may; when a session ends is decided on the server. */
const COOKIE_SECONDS = 400 * 86_400;

export const tokenOf = ({ request, ctx }: LoadArgs): string | null =>
  readCookie(request, sessionCookieName(ctx.config));

export const cookieFor = ({ ctx }: LoadArgs, token: string): string =>
  sessionCookie(ctx.config, token, COOKIE_SECONDS);

export const userAgentOf = ({ request }: LoadArgs): string | null => request.headers.get('user-agent');
