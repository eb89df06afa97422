import { DEFAULT_LANG, negotiateLang } from '~/i18n/locales';
import { readLangCookie } from '~/web/cookies.server';
import { pagePath } from '~/web/paths';
import type { MachineHandler } from './machine-handler';

/** No serial is longer with any separators. */
const LONGEST = 64;

/**
 * `GET /v/{serial}`, the address in QR codes: leads to the answer in the visitor's language. Browsers keep the
 * fragment of the code over the redirect.
 */
export const shortVerify: MachineHandler = async (req, res) => {
  const remembered = readLangCookie({ headers: { get: (name) => req.get(name) ?? null } });
  const lang = remembered ?? negotiateLang(req.get('accept-language')) ?? DEFAULT_LANG;
  const serial = (req.params.serial ?? '').slice(0, LONGEST).toWellFormed();
  res.set({ Vary: 'Cookie, Accept-Language', 'Cache-Control': 'no-cache' });
  res.redirect(302, pagePath(lang, `/verify/${encodeURIComponent(serial)}`));
};
