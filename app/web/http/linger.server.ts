import type { IncomingMessage, ServerResponse } from 'node:http';

/** As long as nginx by default (lingering_time). */
const LINGER_MS = 30_000;

/**
 * Whoever still sends a body reads the answer only when all of it is gone. So once the answer is out, what is left of the
 * body is taken and thrown away; after 30 s the connection is cut.
 */
export function lingerOverBody(req: IncomingMessage, res: ServerResponse): void {
  res.once('finish', () => {
    if (req.complete) return;
    // Whoever began to read the body no longer does, but would hold it back.
    req.unpipe();
    req.removeAllListeners('data');
    req.resume();
    const limit = setTimeout(() => req.destroy(), LINGER_MS);
    limit.unref();
    req.once('close', () => clearTimeout(limit));
  });
}
