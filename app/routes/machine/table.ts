import { healthz } from './healthz.server';
import { media } from './media.server';
import { renewMedia } from './media-renewal.server';
import { metrics } from './metrics.server';
import type { MachineHandler } from './machine-handler';
import { progress } from './progress.server';
import { readyz } from './readyz.server';

type Method = 'get' | 'post';

/** Every machine address of the product. Pages stand in app/routes.ts. */
export const machineTable: readonly (readonly [Method, string, MachineHandler])[] = [
  ['get', '/healthz', healthz],
  ['get', '/readyz', readyz],
  ['get', '/metrics', metrics],
  ['post', '/api/v1/progress', progress],
  ['post', '/media/renew', renewMedia],
  ['get', '/media/:token/:assetId/*', media],
];
