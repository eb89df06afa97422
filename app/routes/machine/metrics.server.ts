import { timingSafeEqual } from 'node:crypto';
import { metricsText } from '~/platform/metrics/metrics.server';
import type { MachineHandler } from './machine-handler';

const isLocal = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address);

function bears(header: string | undefined, token: string): boolean {
  const [given, expected] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Prometheus' text; with METRICS_TOKEN for whoever bears it, without it for this machine only. */
export const metrics: MachineHandler = async (req, res, { config }) => {
  const allowed = config.metricsToken
    ? bears(req.get('authorization'), config.metricsToken)
    : isLocal(req.socket.remoteAddress ?? '') && req.get('x-forwarded-for') === undefined;
  if (!allowed) {
    res
      .status(403)
      .json({ error: { code: 'forbidden', message: 'Metrics need the token of METRICS_TOKEN.' } });
    return;
  }
  const { type, text } = await metricsText();
  res.type(type).set('Cache-Control', 'no-store').send(text);
};
