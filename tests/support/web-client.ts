import { request as send } from 'node:http';

export type Answer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** As it came over the wire, not decompressed. */
  body: Buffer;
  text: string;
  /** Address of a redirect, without the origin; '' when there is none. */
  location: string;
};

export type Fields = Record<string, string | readonly string[]>;

export type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

/** A browser without scripts: keeps cookies, follows nothing by itself. */
export type WebClient = {
  send(path: string, sent?: Sent): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Posts a form as browsers do, with this site as its origin. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Answer>;
  cookies: Map<string, string>;
};

const plain = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));

/** One exchange with exactly these headers; nothing is followed or unpacked. */
export function exchange(
  url: URL,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Answer & { setCookies: string[] }> {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers: { ...length, ...headers }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: plain(response.headers),
          body: bytes,
          text: bytes.toString('utf8'),
          location: (response.headers.location ?? '').replace(url.origin, ''),
          setCookies: response.headers['set-cookie'] ?? [],
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export function formBody(fields: Fields): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) search.append(name, one);
  return search.toString();
}

function keep(cookies: Map<string, string>, setCookies: readonly string[]): void {
  for (const line of setCookies) {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (attributes.some((attribute) => /^\s*max-age=0\b/i.test(attribute))) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** A client of the site at `origin`, such as 'http://127.0.0.1:4000'. */
export function webClient(origin: string): WebClient {
  const cookies = new Map<string, string>();
  const call = async (path: string, sent: Sent = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...sent.headers };
    const answer = await exchange(new URL(origin + path), { ...sent, headers });
    keep(cookies, answer.setCookies);
    return answer;
  };
  return {
    cookies,
    send: call,
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      call(path, {
        method: 'POST',
        body: formBody(fields),
        headers: {
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      }),
  };
}
