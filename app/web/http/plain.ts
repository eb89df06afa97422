import type { IncomingMessage, ServerResponse } from 'node:http';

declare module 'express-serve-static-core' {
  interface Locals {
    requestId: string;
  }
}

/** An answer before Express has seen it; `locals` are those that Express goes on with. */
export type PlainResponse = ServerResponse & { locals: { requestId: string } };

export type PlainMiddleware = (req: IncomingMessage, res: PlainResponse, next: () => void) => void;

/** The address without its query; of a whole one (`GET http://host/path`, as proxies are asked) the path alone. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  if (!url.startsWith('/')) return URL.canParse(url) ? new URL(url).pathname : '/';
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** Ends the answer with one line of text. */
export function answerText(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  res.end(text);
}

/** Ends the answer with JSON. */
export function answerJson(res: ServerResponse, status: number, answer: unknown): void {
  const body = JSON.stringify(answer);
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  res.end(body);
}
