import { createHash } from 'node:crypto';
import { getStatusCredential } from '~/domain/proofs/get-status-credential.server';
import { DomainError } from '~/platform/errors';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from '../machine-handler';
import { CREDENTIAL_TYPE, sendSigned } from './send-signed.server';

const visitorOf = sharedContext('status-lists');

/** `GET /api/v1/status-lists/{id}`: which documents are revoked or suspended now, signed. */
export const statusList: MachineHandler = async (req, res, services) => {
  const body = await getStatusCredential(visitorOf(services), { id: req.params.id ?? '' });
  if (body === null) throw new DomainError('not-found', 'proofs.no-such-list');
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  sendSigned(req, res, { body, type: CREDENTIAL_TYPE, etag, cache: 'public, max-age=60' });
};
