import { findCheckpoint } from '~/domain/checkpoints/find-checkpoint.server';
import { DomainError } from '~/platform/errors';
import { sendStored } from '~/web/http/send-stored.server';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from '../machine-handler';

const visitorOf = sharedContext('checkpoints');

/** `GET /.well-known/checkpoints/{day}`: the signed file of a day that is over; it never changes. */
export const checkpointFile: MachineHandler = async (req, res, services) => {
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  const found = await findCheckpoint(visitorOf(services), { day: req.params.day ?? '' });
  if (!found) throw new DomainError('not-found', 'shell.no-such-page');
  const { storageKey: key, bytes, sha256 } = found;
  res.type('text/plain; charset=utf-8').set('Cache-Control', 'public, max-age=31536000, immutable');
  await sendStored(req, res, services.storage, { key, bytes, etag: `"${sha256}"`, range: null });
};
