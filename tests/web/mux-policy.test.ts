import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { parseEnvironment } from '~/platform/config/parse-environment';
import { securityHeaders } from '~/web/http/security.server';

const keys = {
  ...{ MUX_TOKEN_ID: 'id', MUX_TOKEN_SECRET: 'secret', MUX_WEBHOOK_SECRET: 'webhooks' },
  ...{ MUX_SIGNING_KEY_ID: 'key', MUX_SIGNING_KEY: '-----BEGIN PRIVATE KEY-----' },
};

async function policyWith(environment: Record<string, string>): Promise<Record<string, string>> {
  const config = parseEnvironment({ DATABASE_URL: 'postgresql://u:p@127.0.0.1/db', ...environment });
  const app = express().use(securityHeaders(config), (_req, res) => void res.end());
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/ru/recordings/x`);
  server.close();
  const policy = answer.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(policy.split(';').map((part) => part.split(/ (.*)/).slice(0, 2)));
}

it('pages load pictures and segments from Mux only where recordings play from there', async () => {
  const local = await policyWith({});
  expect(JSON.stringify(local)).not.toContain('mux.com');
  const mux = await policyWith({ ...keys, VIDEO_PROVIDER: 'mux' });
  expect(mux).toMatchObject({
    'img-src': "'self' data: blob: https://image.mux.com",
    'connect-src': "'self' https://*.mux.com",
    'media-src': "'self' blob: https://*.mux.com",
    'script-src': local['script-src'],
    'default-src': "'none'",
  });
});
