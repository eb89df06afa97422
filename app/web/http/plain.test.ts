import { expect, it } from 'vitest';
import { loggedPath } from './access-log.server';
import { pathOf } from './plain';

const of = (url: string) => pathOf({ url } as Parameters<typeof pathOf>[0]);

it('the path of an address has neither query nor host', () => {
  expect(['/a?b=/c', '/a', 'http://h.example/a?b', '*', 'http://', '//h/a'].map(of)).toEqual([
    ...['/a', '/a', '/a', '/', '/', '//h/a'],
  ]);
});

it('no media token reaches the log, however the address is written', () => {
  for (const url of ['/media/secret/id/x.m4s', 'http://h.example/media/secret/id/x.m4s?y'])
    expect(loggedPath(of(url))).toBe('/media/·/id/x.m4s');
});

it('no code of a link reaches the log', () => {
  for (const page of ['confirm-email', 'reset-password', 'invitation'])
    expect(loggedPath(of(`/ja/${page}/Secret-Code_1?x`))).toBe(`/ja/${page}/·`);
});
