import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Mux from '@mux/mux-node';
import { expect, it } from 'vitest';
import { checkMux } from '../../scripts/contract/mux-contract.mjs';
import { muxFake } from '../fakes/mux-server/server';

it('the loopback Mux does what is expected of the real one', async () => {
  const fake = await muxFake();
  const files = createServer((_req, res) => res.end('content')).listen(0, '127.0.0.1');
  await once(files, 'listening');
  const source = `http://127.0.0.1:${(files.address() as AddressInfo).port}/`;
  const { environment, url } = fake;
  const mux = new Mux({
    ...{ baseURL: url, authorizationToken: null },
    tokenId: environment.MUX_TOKEN_ID ?? null,
    tokenSecret: environment.MUX_TOKEN_SECRET ?? null,
    jwtSigningKey: environment.MUX_SIGNING_KEY_ID ?? null,
    jwtPrivateKey: environment.MUX_SIGNING_KEY ?? null,
  });
  const push = async (assetId: string) => {
    await fake.makeReady(assetId);
    fake.makeFilesReady(assetId);
  };
  const place = { mux, streamUrl: `${url}/stream`, imageUrl: `${url}/image`, push, pauseMs: 1 };
  await checkMux({ ...place, master: `${source}master`, captions: `${source}captions` });
  expect(fake.assets.size).toBe(0);
  files.close();
  await fake.close();
});
