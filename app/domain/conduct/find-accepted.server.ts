import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { findAcceptedOn } from './data/acceptances.server';

/** A person has accepted the code of a framework that is in force on the day asked for. */
export type AcceptedCode = { personId: string; frameworkId: string; acceptedAt: Date };

/** Who of these people has accepted a code in force on a day, in one statement. The caller authorises. */
export const findAccepted = (
  ctx: Ctx,
  input: { personIds: readonly string[]; on: LocalDate },
): Promise<readonly AcceptedCode[]> => findAcceptedOn(ctx.db, input);
