import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { afterEach, expect, test } from 'vitest';
import { paceOf } from '~/web/http/pace.server';
import { streamed } from '~/web/streamed.server';

const CHUNK = 64 * 1024;
const ALL = 1000;
let server: Server | null = null;
const made = { chunks: 0, isOver: false };

/** Bytes that hardly pack, so that the reader's slowness is felt behind the compression as well. */
async function* content(): AsyncGenerator<Uint8Array> {
  try {
    for (let no = 0; no < ALL; no += 1) {
      made.chunks += 1;
      yield crypto.getRandomValues(new Uint8Array(CHUNK));
    }
  } finally {
    made.isOver = true;
  }
}

/** One page that answers with the content, on Remix' own adapter. */
async function open(type: string): Promise<IncomingMessage> {
  Object.assign(made, { chunks: 0, isOver: false });
  const page: ServerBuild['routes'][string]['module'] = {
    default: undefined,
    loader: ({ context }) => streamed({ name: 'long.bin', type, content: content() }, { page: context }),
  };
  const build = {
    entry: { module: { default: () => new Response() } },
    routes: { long: { id: 'long', path: '/long', module: page } },
    assets: { routes: {}, entry: { imports: [], module: '' }, url: '', version: '' },
    ...{ basename: '/', publicPath: '/', assetsBuildDirectory: '', isSpaMode: false, mode: 'production' },
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild;
  const app = express();
  app.use(compression());
  app.use((_req, res, next) => {
    res.locals.page = { drained: paceOf(res) };
    next();
  });
  app.use(createRequestHandler({ build, getLoadContext: (_req, res) => res.locals.page }));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((listening) => server?.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  const headers = { 'accept-encoding': 'gzip' };
  return new Promise((answered) => get({ port, path: '/long', headers }, answered));
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function untilStill(): Promise<number> {
  for (let before = -1; before !== made.chunks; await setTimeout(150)) before = made.chunks;
  return made.chunks;
}

test.each(['application/zip', 'text/csv'])(
  '%s waits for its reader, and ends when the reader leaves',
  async (type) => {
    const answer = await open(type);
    const early = await untilStill();
    expect(early).toBeLessThan(ALL / 4);
    let bytes = 0;
    for await (const chunk of answer) {
      bytes += chunk.length;
      if (bytes > 8_000_000) break;
    }
    expect(made.chunks).toBeGreaterThan(early);
    const late = await untilStill();
    expect([late < ALL, made.isOver]).toEqual([true, true]);
  },
);

test('it comes whole', async () => {
  let bytes = 0;
  for await (const chunk of await open('application/zip')) bytes += chunk.length;
  expect(bytes).toBe(CHUNK * ALL);
});
