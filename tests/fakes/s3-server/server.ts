import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { operationOf } from './operations';
import { type S3Answer, S3Refusal, xml } from './refusal';
import { verify } from './signature';
import { BucketStore } from './store';

/** How requests of one operation go wrong: refused, also after they were done, or answered with so many bytes and then cut off. */
export type Trouble = { operation: string } & (
  | { status: 500 | 503; isDone?: boolean }
  | { breakAfter: number }
  | { slowMs: number }
);

export type S3Fake = BucketStore & {
  url: string;
  /** The variables of the environment that lead here. */
  environment: Record<string, string>;
  /** Operation and key of everything that was asked with a right signature. */
  requests: { operation: string; key: string; status: number }[];
  /** Answers whose reader left before their end. */
  leftEarly: number;
  trouble(how: Trouble, times?: number): void;
  close(): Promise<void>;
};

const bucket = 'shihan-test';
const keys = { accessKeyId: 'AKFAKE', secretAccessKey: 'fake/secret+words', region: 'fake-1' };

/** Few entries on a page, so that whoever looks for something must turn pages. */
const pageSize = 3;

async function say(
  res: ServerResponse,
  { status, headers, body }: S3Answer,
  trouble?: Trouble,
): Promise<void> {
  if (trouble && 'slowMs' in trouble) await wait(trouble.slowMs);
  res.writeHead(status, headers);
  if (trouble && 'breakAfter' in trouble && body) {
    res.write(Buffer.from(body).subarray(0, trouble.breakAfter), () => res.destroy());
    return;
  }
  res.end(body);
}

/** Path-style addresses only: `/bucket/key`. */
function placeOf(target: string): { key: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(target, 'http://fake');
  const [, name = '', ...steps] = pathname.split('/');
  if (name !== bucket) throw new S3Refusal(404, 'NoSuchBucket');
  return { key: decodeURIComponent(steps.join('/')), query: searchParams };
}

const refusalOf = (status: 500 | 503) => new S3Refusal(status, status === 503 ? 'SlowDown' : 'InternalError');

class FakeServer extends BucketStore {
  requests: S3Fake['requests'] = [];
  leftEarly = 0;
  readonly troubles: Trouble[] = [];

  trouble(how: Trouble, times = 1): void {
    for (let time = 0; time < times; time += 1) this.troubles.push(how);
  }

  async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [method, target] = [req.method ?? '', req.url ?? ''];
    const body = await buffer(req);
    verify({ method, target, headers: req.headers, body }, keys);
    const place = placeOf(target);
    const { name, answer } = operationOf(method, place);
    const at = this.troubles.findIndex(({ operation }) => operation === name);
    const [trouble] = at < 0 ? [] : this.troubles.splice(at, 1);
    const noted = { operation: name, key: place.key, status: 0 };
    this.requests.push(noted);
    try {
      const isRefused = trouble !== undefined && 'status' in trouble;
      if (isRefused && !trouble.isDone) throw refusalOf(trouble.status);
      const given = answer({ store: this, ...place, headers: req.headers, body, pageSize });
      if (isRefused) throw refusalOf(trouble.status);
      noted.status = given.status;
      res.once('close', () => {
        if (req.socket.destroyed) this.leftEarly += 1;
      });
      await say(res, given, trouble);
    } catch (error) {
      noted.status = error instanceof S3Refusal ? error.status : 0;
      throw error;
    }
  }
}

/** A loopback S3 with one bucket: it checks every signature, knows only what is used, and fails as the test wants. */
export async function s3Fake(): Promise<S3Fake> {
  const fake = new FakeServer();
  const server = createServer((req, res) => {
    fake.answer(req, res).catch((error: unknown) => {
      if (!(error instanceof S3Refusal)) return void res.destroy();
      const { status, code } = error;
      const { headers = {}, body } = xml(
        'Error',
        { Code: code, Message: `The service said ${code}.` },
        status,
      );
      res.writeHead(status, headers).end(req.method === 'HEAD' ? undefined : body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = {
    STORAGE: 's3',
    S3_ENDPOINT: url,
    S3_REGION: keys.region,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: keys.accessKeyId,
    S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
  };
  return Object.assign(fake, {
    ...{ url, environment },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}
