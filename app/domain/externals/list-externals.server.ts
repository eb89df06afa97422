import type { Ctx } from '~/platform/context';
import { loadExternals } from './data/externals.server';
import type { ExternalFramework } from './types';

/** Every family of papers of others with its levels, in the order of the list. Public. */
export const listExternals = (ctx: Ctx): Promise<ExternalFramework[]> => loadExternals(ctx.db);
