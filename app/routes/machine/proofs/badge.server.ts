import { UNKNOWN_SERIALS } from '~/domain/credentials/inputs';
import { getBadge } from '~/domain/proofs/get-badge.server';
import { badgeQuery } from '~/domain/proofs/inputs';
import { DomainError } from '~/platform/errors';
import { countMisses } from '~/web/count-misses.server';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from '../machine-handler';
import { CREDENTIAL_TYPE, sendSigned } from './send-signed.server';

const visitorOf = sharedContext('badges');

/** `GET /api/v1/credentials/{serial}/badge?lang=`: the document as an Open Badge, the bytes that were signed. */
export const badge: MachineHandler = async (req, res, services) => {
  const query = badgeQuery.safeParse(req.query);
  if (!query.success) throw new DomainError('invalid', 'shell.bad-query');
  const found = await countMisses(services.limits, UNKNOWN_SERIALS, req.ip ?? '', () =>
    getBadge(visitorOf(services), { serial: req.params.serial ?? '', lang: query.data.lang }),
  );
  if (!found) throw new DomainError('not-found', 'credentials.unknown-serial');
  const { body, sha256 } = found;
  sendSigned(req, res, {
    ...{ body, type: CREDENTIAL_TYPE, etag: `"${sha256}"` },
    cache: 'public, max-age=86400',
  });
};
