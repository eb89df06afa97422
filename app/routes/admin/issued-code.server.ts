import { readCookie } from '~/web/cookies.server';
import type { LoadArgs } from '~/web/handlers.server';

const NAME = 'issued-code';
const PURPOSE = 'issued-code';
const SECONDS = 60;

type Issued = { accountId: string; code: string; expiresAt: string };

/** Carries a printed code over the redirect to the page that shows it, sealed and for a minute: it stands in no address and no log. */
export function issuedCodeCookie({ ctx }: LoadArgs, issued: Issued): string {
  const sealed = ctx.secrets.encrypt(PURPOSE, JSON.stringify(issued));
  return `${NAME}=${sealed}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SECONDS}${ctx.config.secure ? '; Secure' : ''}`;
}

/** Ends the showing of a code. */
export const noIssuedCode = `${NAME}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;

/** The code that was just issued for this account; null without one. */
export function readIssuedCode(
  { ctx, request }: LoadArgs,
  accountId: string,
): { code: string; expiresAt: Date } | null {
  const sealed = readCookie(request, NAME);
  if (!sealed) return null;
  try {
    const issued: unknown = JSON.parse(ctx.secrets.decrypt(PURPOSE, sealed));
    return isIssued(issued) && issued.accountId === accountId
      ? { code: issued.code, expiresAt: new Date(issued.expiresAt) }
      : null;
  } catch {
    return null;
  }
}

const isIssued = (value: unknown): value is Issued =>
  typeof value === 'object' &&
  value !== null &&
  'accountId' in value &&
  'code' in value &&
  'expiresAt' in value;
