import type { Db } from '~/platform/context';

/** One step of packaging one version. */
export interface StepKey {
  assetId: string;
  packagingVersion: number;
  step: string;
}

const where = (key: StepKey) => ({ assetId_packagingVersion_step: key });

/** Begins the step, or begins it again. */
export async function startStep(db: Db, key: StepKey, at: Date): Promise<void> {
  const fresh = { startedAt: at, finishedAt: null, percent: 0, error: null };
  await db.packagingStep.upsert({ where: where(key), create: { ...key, ...fresh }, update: fresh });
}

/** Reports are not waited for: one that comes after the step is finished changes nothing. */
export const reportPercent = (db: Db, key: StepKey, percent: number) =>
  db.packagingStep.updateMany({ where: { ...key, finishedAt: null }, data: { percent } });

export const finishStep = (db: Db, key: StepKey, at: Date) =>
  db.packagingStep.update({ where: where(key), data: { finishedAt: at, percent: 100 } });

/** `error` is for people who run the system; at most 500 characters are kept. */
export const failStep = (db: Db, key: StepKey, error: string) =>
  db.packagingStep.update({ where: where(key), data: { error: error.slice(0, 500) } });

/** The steps of all versions that were ever made of the assets, in the order in which they began. */
export const listSteps = (db: Db, assetIds: readonly string[]) =>
  db.packagingStep.findMany({
    where: { assetId: { in: [...assetIds] } },
    orderBy: [{ startedAt: 'asc' }, { step: 'asc' }],
  });
