import type { IncomingMessage } from 'node:http';
import { isLang, type Lang, negotiateLang } from '~/i18n/locales';
import type { MessageKey } from '~/i18n/resources';
import { translator } from '~/i18n/translate';
import { answerText, type PlainResponse, pathOf } from './plain';

/** The language of the address, else the browser's, else that of machines. */
function langOf(req: IncomingMessage): Lang {
  const [, first] = pathOf(req).split('/');
  return isLang(first) ? first : (negotiateLang(req.headers['accept-language']) ?? 'en');
}

/** Ends the answer with one line in the sender's language, before anything else of the request is looked at. */
export function refuse(req: IncomingMessage, res: PlainResponse, status: number, key: MessageKey): void {
  const lang = langOf(req);
  res.setHeader('Content-Language', lang);
  answerText(res, status, translator(lang)(key));
}
