import { createHash } from 'node:crypto';
import { getDidDocument } from '~/domain/proofs/get-did-document.server';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from '../machine-handler';
import { sendSigned } from './send-signed.server';

const visitorOf = sharedContext('did');

/** `GET /.well-known/did.json`: the keys with which this installation signs and ever signed. A copy of it is asked about before each use. */
export const didDocument: MachineHandler = async (req, res, services) => {
  const body = JSON.stringify(await getDidDocument(visitorOf(services)));
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  sendSigned(req, res, { body, type: 'application/did+ld+json', etag, cache: 'no-cache' });
};
