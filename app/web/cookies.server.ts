import { isLang, type Lang } from '~/i18n/locales';
import type { Config } from '~/platform/config/parse-environment';

const DAY = 86_400;

/** `__Host-` binds a cookie to this host over https; browsers refuse it on plain http. */
const prefixed = (config: Config, name: string) => (config.secure ? `__Host-${name}` : name);

export const sessionCookieName = (config: Config) => prefixed(config, 'shihan');

const serialise = (config: Config, name: string, value: string, maxAge: number): string =>
  [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`]
    .concat(config.secure ? ['Secure'] : [])
    .join('; ');

type Headed = { headers: { get(name: string): string | null } };

/** One cookie of a request, unescaped; null when it is missing or damaged. */
export function readCookie(request: Headed, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

export const sessionCookie = (config: Config, token: string, maxAge = 30 * DAY): string =>
  serialise(config, sessionCookieName(config), token, maxAge);

export const endSessionCookie = (config: Config): string => sessionCookie(config, '', 0);

export function readLangCookie(request: Headed): Lang | null {
  const value = readCookie(request, 'lang');
  return isLang(value) ? value : null;
}

export const writeLangCookie = (config: Config, lang: Lang): string =>
  serialise(config, 'lang', lang, 400 * DAY);

/** A message for the next page: its key, kept for a minute. */
export const writeFlash = (config: Config, key: string): string =>
  serialise(config, 'flash', encodeURIComponent(key), 60);

export const clearFlash = (config: Config): string => serialise(config, 'flash', '', 0);

export function readFlash(request: Headed): string | null {
  const value = readCookie(request, 'flash');
  const key = value ? safeDecode(value) : null;
  return key && /^[a-z]+:[\w.-]{1,80}$/.test(key) ? key : null;
}

function safeDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
