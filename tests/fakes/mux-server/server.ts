import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiAnswer, answerApi } from './api';
import { answerPlayback } from './playback';
import { FakeStore } from './store';

export type FakeRequest = { method: string; path: string; body: string };

/** How the next requests go wrong: refused before anything is done, or done with the answer lost. */
type Trouble = { status: 400 | 429 | 500; method: string; isDone: boolean };

export type MuxFake = FakeStore & {
  url: string;
  /** Everything that was asked of the API, playback apart. */
  requests: FakeRequest[];
  /** The variables of the environment that lead here. */
  environment: Record<string, string>;
  webhookSecret: string;
  trouble(status: Trouble['status'], method: string, options?: { times?: number; isDone?: boolean }): void;
  close(): Promise<void>;
};

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function access() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const [id, secret, keyId, webhookSecret] = Array.from({ length: 4 }, () =>
    randomBytes(12).toString('hex'),
  ) as [string, string, string, string];
  return {
    ...{ webhookSecret, keyId, key: createPublicKey(privateKey) },
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
    environment: {
      MUX_TOKEN_ID: id,
      MUX_TOKEN_SECRET: secret,
      MUX_WEBHOOK_SECRET: webhookSecret,
      MUX_SIGNING_KEY_ID: keyId,
      MUX_SIGNING_KEY: Buffer.from(pem).toString('base64'),
    },
  };
}

function say(res: ServerResponse, { status, body }: ApiAnswer, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(body === undefined ? undefined : JSON.stringify(body));
}

/** A loopback Mux: as strict as the service, and as unreliable as the test wants. */
export async function muxFake(): Promise<MuxFake> {
  const store = new FakeStore();
  const keys = access();
  const requests: FakeRequest[] = [];
  const troubles: Trouble[] = [];
  const api = async (req: IncomingMessage, res: ServerResponse, url: URL) => {
    const [method, text] = [req.method ?? '', await textOf(req)];
    requests.push({ method, path: url.pathname + url.search, body: text });
    if (req.headers.authorization !== keys.authorization) return say(res, { status: 401 });
    const at = troubles.findIndex((trouble) => trouble.method === method);
    const [trouble] = at < 0 ? [] : troubles.splice(at, 1);
    const answer = () => answerApi(store, method, url, text ? JSON.parse(text) : undefined);
    if (!trouble) return say(res, answer());
    if (trouble.isDone) answer();
    say(res, { status: trouble.status }, trouble.status === 429 ? { 'retry-after': '1' } : {});
  };
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '', 'http://fake');
    if (url.pathname.startsWith('/video/')) return void api(req, res, url);
    const { status, body, type = 'text/plain' } = answerPlayback(store, url, keys);
    res.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(store, {
    ...{ url, requests, webhookSecret: keys.webhookSecret },
    environment: { ...keys.environment, MUX_BASE_URL: url },
    trouble(status: Trouble['status'], method: string, { times = 1, isDone = false } = {}) {
      for (let time = 0; time < times; time += 1) troubles.push({ status, method, isDone });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}
