import { getVerificationKit } from '~/domain/proofs/get-verification-kit.server';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from '../machine-handler';

const visitorOf = sharedContext('verification-kit');

/** `GET /api/v1/verification`: keys and status lists, with which a device checks signed codes without network. */
export const verificationKit: MachineHandler = async (_req, res, services) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-cache',
  });
  res.json(await getVerificationKit(visitorOf(services)));
};
