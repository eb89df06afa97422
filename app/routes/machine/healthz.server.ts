import type { MachineHandler } from './machine-handler';

/** The process answers. */
export const healthz: MachineHandler = async (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ status: 'ok' });
};
