import type { Ctx } from '~/platform/context';
import { type CountChoice, loadLicenceCounts } from './data/licence-counts.server';
import type { LicenceCount } from './types';

export type CountLicencesInput = CountChoice;

/**
 * How many licences of a level stood where and how at the end of a local day, as known at a moment, by the holders'
 * places; in one pass of the database, without a person's name. What is recorded later changes no answer. The caller
 * authorises.
 */
export const countLicences = (ctx: Ctx, input: CountLicencesInput): Promise<LicenceCount[]> =>
  loadLicenceCounts(ctx.db, input);
