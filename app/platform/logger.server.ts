import pino from 'pino';

export type Logger = pino.Logger;

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
