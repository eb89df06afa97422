import type { Server } from 'node:http';
import type { Config } from '~/platform/config/parse-environment';

const SECONDS = 1_000;

/** Time for requests in flight once the process is asked to stop. */
const GRACE_MS = 12 * SECONDS;

/**
 * Listens with time limits that end slow senders. The returned function stops: no new connections, requests in
 * flight end, what remains after 12 s is cut. Throws when the port is taken, naming PORT.
 */
export async function listen(server: Server, config: Config): Promise<() => Promise<void>> {
  // Parts of an upload may take hours on a slow line; other bodies are limited in request-limits.
  server.requestTimeout = 0;
  server.headersTimeout = 15 * SECONDS;
  server.keepAliveTimeout = 65 * SECONDS;
  server.maxHeadersCount = 100;
  await new Promise<void>((ready, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      refuse(
        new Error(
          taken ? `PORT: ${config.port} on ${config.host} is used by another program` : error.message,
        ),
      );
    });
    server.listen(config.port, config.host, ready);
  });
  return () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    });
}
