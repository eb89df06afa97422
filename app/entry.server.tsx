import './web/load-context';
import { Transform } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { DEFAULT_LANG } from './i18n/locales';
import { translator } from './i18n/translate';
import type { Actor } from './platform/actor';
import { type ViewFacts, ViewProvider } from './ui/kit/use-t';
import { clearFlash, readFlash, readLangCookie } from './web/cookies.server';
import { splitPath } from './web/paths';

/** A page that has not rendered by then is given up. */
const RENDER_LIMIT_MS = 10_000;

const summary = (actor: Actor | null): ViewFacts['actor'] =>
  actor && { name: actor.name, roles: [...new Set(actor.grants.map((grant) => grant.role))] };

async function viewFacts(request: Request, page: AppLoadContext): Promise<ViewFacts> {
  const url = new URL(request.url);
  const place = splitPath(url.pathname);
  const lang = place?.lang ?? readLangCookie(request) ?? DEFAULT_LANG;
  const flash = readFlash(request);
  return {
    lang,
    path: place?.path ?? '/',
    search: url.search,
    demo: page.services.config.demo,
    actor: summary(await page.actor()),
    flash: flash && translator(lang).exists(flash) ? translator(lang).dynamic(flash) : null,
    nonce: page.nonce,
  };
}

/** Of the headers that loaders and actions set, the one that a page with an error must keep. */
function keepRetryAfter(
  { actionHeaders, loaderHeaders }: EntryContext['staticHandlerContext'],
  headers: Headers,
): void {
  for (const own of [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]) {
    const wait = own.get('Retry-After');
    if (wait) headers.set('Retry-After', wait);
  }
}

/** React leaves a zero byte where a letter of several bytes did not fit its buffer; browsers show it as a broken letter. */
const withoutGaps = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });

/** Renders the whole page before it answers: pages are small, and an error still gets its own status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  page: AppLoadContext,
): Promise<Response> {
  const facts = await viewFacts(request, page);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', facts.lang);
  if (readFlash(request)) headers.append('Set-Cookie', clearFlash(page.services.config));
  keepRetryAfter(remix.staticHandlerContext, headers);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <ViewProvider facts={facts}>
        <RemixServer context={remix} url={request.url} />
      </ViewProvider>,
      {
        onAllReady() {
          clearTimeout(timer);
          const body = withoutGaps();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error) => reject(error),
      },
    );
    const timer = setTimeout(abort, RENDER_LIMIT_MS);
  });
}

/** Faults are logged with the request's id; what people see is the error page. A refusal (4xx) is no fault. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { services, requestId } = context;
  services.log.error(
    { request: requestId, err: error instanceof Error ? error.stack : String(error) },
    'fault',
  );
}
