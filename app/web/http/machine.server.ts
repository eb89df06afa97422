import type { RequestHandler } from 'express';
import { isLang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { httpStatus, isDomainError, messageKey } from '~/platform/errors';
import type { MachineHandler } from '~/routes/machine/machine-handler';
import type { Services } from '../services';

/** Answers in JSON, whatever happens; faults are logged and say nothing about the inside. */
export const machine =
  (handler: MachineHandler, services: Services): RequestHandler =>
  (req, res) => {
    handler(req, res, services).catch((error: unknown) => {
      if (res.headersSent) {
        res.destroy();
        return;
      }
      if (isDomainError(error)) {
        const lang = isLang(req.query.lang) ? req.query.lang : 'en';
        const { retryAfter, params } = error.extras;
        if (retryAfter) res.set('Retry-After', String(retryAfter));
        const message = translator(lang).dynamic(messageKey(error.code), params);
        res
          .status(httpStatus(error.kind))
          .set('Cache-Control', 'no-store')
          .json({ error: { code: error.code, message } });
        return;
      }
      services.log.error(
        { request: res.locals.requestId, err: error instanceof Error ? error.stack : String(error) },
        'fault',
      );
      // What the answer would have been is not what is kept now.
      for (const name of ['ETag', 'Content-Range', 'Accept-Ranges', 'Last-Modified']) res.removeHeader(name);
      res
        .status(500)
        .set('Cache-Control', 'no-store')
        .json({ error: { code: 'fault', message: 'Something went wrong on our side.' } });
    });
  };
