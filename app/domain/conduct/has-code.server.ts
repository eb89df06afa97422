import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { listConfirmed } from './data/versions.server';
import { inForceOn } from './rules/in-force';

/** Whether a framework has a code that is in force on a day, as it is known now. Public, as codes are. */
export const hasCode = async (
  ctx: Ctx,
  { frameworkId, on }: { frameworkId: string; on: LocalDate },
): Promise<boolean> => inForceOn(await listConfirmed(ctx.db, [frameworkId]), on) !== null;
