import { defineJob } from '~/platform/jobs/jobs';
import {
  type PackageAssetInput,
  packageAssetSchema,
  removeOldVersionsSchema,
  settleAssetsSchema,
} from './inputs';

/** Seconds one packaging run may take; the encoder is stopped before the queue gives the job to somebody else. */
export const packagingSeconds = 6 * 60 * 60;

export const packageAssetJob = defineJob('media.package', packageAssetSchema, {
  retryLimit: 5,
  retryDelay: 5,
  expireInSeconds: packagingSeconds + 300,
});

export const removeOldVersionsJob = defineJob('media.remove-old-versions', removeOldVersionsSchema, {
  retryLimit: 5,
});

/** Seconds after which a service is asked for the first time what became of an order; each further look waits longer. */
export const firstLookSeconds = 30;

/** What is so at the providers becomes what should be so. */
export const settleAssetsJob = defineJob('media.settle', settleAssetsSchema, {
  retryLimit: 8,
  retryDelay: 5,
});

/** One asset, at once and before the rounds that look at all: something may have to go from a service. */
export const settleNow = (assetId: string) =>
  [settleAssetsJob, { assetId }, { singletonKey: `now:${assetId}`, priority: 1 }] as const;

/** Asks a service again what became of the order of a version. */
export const settleLater = (order: { assetId: string; version: number }, startAfter: Date) =>
  [
    settleAssetsJob,
    { assetId: order.assetId },
    { startAfter, singletonKey: `later:${order.assetId}.${order.version}` },
  ] as const;

/** One order of a version; all that are made on this machine are one. */
export const packageOrder = (order: PackageAssetInput) => {
  const own = order.provider === 'mux' ? '.mux' : '';
  return [packageAssetJob, order, { singletonKey: `${order.assetId}.${order.version}${own}` }] as const;
};
