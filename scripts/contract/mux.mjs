// @ts-check
import process from 'node:process';
import Mux from '@mux/mux-node';
import { Refusal, runMain, say } from '../lib/refusal.mjs';
import { checkMux } from './mux-contract.mjs';

/** A recording that Mux offers for trying things out. */
const MASTER = 'https://storage.googleapis.com/muxdemofiles/mux-video-intro.mp4';

/** @param {string} name */
function key(name) {
  const value = process.env[name];
  if (value) return value;
  throw new Refusal(
    `${name} is not set. This checks the real Mux service and needs MUX_TOKEN_ID, MUX_TOKEN_SECRET, ` +
      'MUX_SIGNING_KEY_ID and MUX_SIGNING_KEY of an environment for trials; it makes one asset there and removes it.',
  );
}

await runMain(async () => {
  const mux = new Mux({
    tokenId: key('MUX_TOKEN_ID'),
    tokenSecret: key('MUX_TOKEN_SECRET'),
    jwtSigningKey: key('MUX_SIGNING_KEY_ID'),
    jwtPrivateKey: key('MUX_SIGNING_KEY'),
    authorizationToken: null,
  });
  const [captions, master = MASTER] = process.argv.slice(2);
  if (!captions)
    throw new Refusal('Say the address of a WebVTT file that Mux can fetch, then perhaps that of a master.');
  const [streamUrl, imageUrl] = ['https://stream.mux.com', 'https://image.mux.com'];
  await checkMux({ mux, streamUrl, imageUrl, master, captions });
  say('The Mux service does what the adapter relies on.');
});
