import pino from 'pino';

export type Logger = pino.Logger;

type Write = (facts: object, message: string) => void;

/** The log of one request, job or command: each line carries its id. */
export type RequestLog = { info: Write; warn: Write; error: Write };

/** A logger of pino's own for each request takes longer to make than most requests need it for. */
export const requestLog = (log: Logger, request: string): RequestLog => ({
  info: (facts, message) => log.info({ request, ...facts }, message),
  warn: (facts, message) => log.warn({ request, ...facts }, message),
  error: (facts, message) => log.error({ request, ...facts }, message),
});

/** Structured logs on standard output. Nothing personal: no names, addresses, cookies or form values. */
export function createLogger(level: string, part: string): Logger {
  return pino({
    level,
    base: { part },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['req.headers', 'res.headers', '*.password', '*.email', '*.phone', '*.token', '*.code'],
      remove: true,
    },
  });
}
