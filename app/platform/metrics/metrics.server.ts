import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'http_request_seconds',
  help: 'Requests by status class',
  labelNames: ['status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

/** Counts one answered request; `seconds` from its first byte to its last. */
export const observeRequest = (status: number, seconds: number): void =>
  requests.observe({ status: `${Math.floor(status / 100)}xx` }, seconds);

/** All metrics in Prometheus' text format, with its content type. */
export const metricsText = async (): Promise<{ type: string; text: string }> => ({
  type: registry.contentType,
  text: await registry.metrics(),
});
