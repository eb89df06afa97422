import { describe, it } from 'vitest';
import { inTurn } from '../../support/turn';
import { exchange } from '../../support/web-client';
import { filled, machineAddresses } from '../addresses';
import { pages, sendersOf, useSenders } from './senders';

const { site, client, note, params } = useSenders();

describe('bodies', () => {
  const BODIES: [type: string, body: string | Buffer][] = [
    ['application/json', '{"a":'],
    ['application/json', '[]'],
    ['application/json', `{"a":"${'x'.repeat(100_000)}"}`],
    ['application/json', '{"__proto__":{"a":1}}'],
    ['application/json', 'null'],
    ['application/json', Buffer.from([0xff, 0xfe, 0x00, 0x01])],
    ['text/plain', 'hello'],
    ['application/x-www-form-urlencoded', '%%%=%&&&=&=='],
    ['application/x-www-form-urlencoded', Buffer.alloc(5000, 0)],
    [
      'application/x-www-form-urlencoded',
      Array.from({ length: 2000 }, (_each, index) => `f${index}=1`).join('&'),
    ],
    ['multipart/form-data', 'nonsense'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="intent"; filename="a.txt"\r\n\r\nb\r\n--x--\r\n',
    ],
    ['multipart/form-data; boundary=x', '--y\r\n\r\n--y--'],
    [`multipart/form-data; boundary=${'x'.repeat(3000)}`, 'a'],
    ['\u00e4\u00f6', 'x'],
    ['', ''],
  ];
  const everywhere = [
    ...pages.map(([pattern]) => pattern),
    ...machineAddresses.map(({ pattern }) => pattern),
  ];

  it.each(inTurn([...new Set(everywhere)], { of: 8 }))('%s', async (pattern) => {
    const path = filled(pattern, params());
    for (const role of sendersOf(pattern)) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        for (const [type, body] of method === 'POST' ? BODIES : BODIES.slice(0, 1)) {
          const headers = { origin: site.current.origin, ...(type ? { 'content-type': type } : {}) };
          await note(
            `${method} ${path} ${type} as ${role}`,
            client(role).send(path, { method, body, headers }),
          );
        }
      }
    }
  });

  it('headers', async () => {
    const url = new URL('/ru/courses', site.current.origin);
    const odd: Record<string, string>[] = [
      { cookie: `shihan=${'x'.repeat(4000)}` },
      { cookie: 'shihan=%00; lang=../../; flash=%E0%A4%A' },
      { cookie: '=;;==; shihan' },
      { 'accept-language': 'x'.repeat(5000) },
      { 'accept-language': ';q=,,;q=1,*;q=0' },
      { 'if-none-match': ',,,"' },
      { 'accept-encoding': 'br;q=nonsense, \u00e4' },
      { host: 'example.org' },
      { host: 'x:y:z' },
      { range: 'bytes=9-1' },
      { 'x-forwarded-for': "'; --", 'x-forwarded-host': 'a b' },
    ];
    for (const headers of odd) await note(`GET with ${JSON.stringify(headers)}`, exchange(url, { headers }));
  });
});
