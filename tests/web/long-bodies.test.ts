import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { useSite } from '../support/site';

const site = useSite({ demo: true });

const post = (path: string, bytes: number, type: string) =>
  fetch(`${site.current.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.current.origin, 'content-type': type },
    body: Buffer.alloc(bytes, 'x'),
  });

const FORM = 'application/x-www-form-urlencoded';

/** Without what is thrown away the sender waits 65 s for each answer, until the idle connection is cut, or loses it. */
it.each([
  ['a page that takes none', '/kk/courses', 900_000, FORM, 405],
  ['a form that takes less', '/ja/sign-in', 20_000_000, FORM, 413],
  ['an address that takes less', '/api/v1/progress', 5_000_000, 'application/json', 413],
  [
    'papers of somebody whose session is over',
    '/ru/me/evidence/new',
    20_000_000,
    'multipart/form-data; boundary=x',
    302,
  ],
])(
  'a body for %s is taken to its end, and the answer is read',
  async (_what, path, bytes, type, status) => {
    for (let times = 0; times < 3; times += 1) {
      const answer = await post(path, bytes, type);
      await answer.text();
      expect(answer.status).toBe(status);
    }
  },
  120_000,
);

it('a part of an upload that is not theirs is taken to its end as well', async () => {
  for (let times = 0; times < 2; times += 1) {
    const answer = await fetch(`${site.current.origin}/uploads/00000000-0000-7000-8000-000000000000`, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: Buffer.alloc(16_000_000, 'x'),
    });
    await answer.text();
    expect([401, 403, 404]).toContain(answer.status);
  }
}, 120_000);

it('a sender who stops in the middle gets the answer as well', async () => {
  const { port, hostname, host } = new URL(site.current.origin);
  const heard = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`POST /kk/sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 9000000\r\n\r\nxxxx`),
    );
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
    socket.once('data', () => socket.destroy());
  });
  expect(heard).toMatch(/^HTTP\/1\.1 413 /);
}, 120_000);
