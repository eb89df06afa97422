import type { IncomingMessage } from 'node:http';
import { isLang, type Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { type DomainError, httpStatus, isDomainError, messageKey } from '~/platform/errors';
import type { Services } from '../services';
import { answerJson, type PlainResponse } from './plain';

function askedLang({ url = '' }: IncomingMessage): Lang {
  const lang = new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('lang');
  return isLang(lang) ? lang : 'en';
}

function refuse(req: IncomingMessage, res: PlainResponse, error: DomainError): void {
  const { retryAfter, params } = error.extras;
  if (retryAfter) res.setHeader('Retry-After', String(retryAfter));
  const message = translator(askedLang(req)).dynamic(messageKey(error.code), params);
  answerJson(res, httpStatus(error.kind), { error: { code: error.code, message } });
}

function fail(res: PlainResponse, services: Services, error: unknown): void {
  const err = error instanceof Error ? error.stack : String(error);
  services.log.error({ request: res.locals.requestId, err }, 'fault');
  // What the answer would have been is not what is kept now.
  for (const name of ['ETag', 'Content-Range', 'Accept-Ranges', 'Last-Modified']) res.removeHeader(name);
  answerJson(res, 500, { error: { code: 'fault', message: 'Something went wrong on our side.' } });
}

/** Answers in JSON, whatever happens; faults are logged and say nothing about the inside. */
export const machine =
  <Req extends IncomingMessage, Res extends PlainResponse>(
    handler: (req: Req, res: Res, services: Services) => Promise<void>,
    services: Services,
  ) =>
  (req: Req, res: Res): void => {
    handler(req, res, services).catch((error: unknown) => {
      if (res.headersSent) res.destroy();
      else if (isDomainError(error)) refuse(req, res, error);
      else fail(res, services, error);
    });
  };
