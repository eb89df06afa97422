import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import { localDateOf } from '~/platform/local-date';
import { applicationState } from '../rules/application-state';
import type { AskedRenewal, HandedIn } from '../rules/handing-in';
import type { ApplicationRow } from '../types';

type Of = {
  personId: string;
  level: Level;
  /** Only those that were asked for before the moment. */
  before?: Date;
};

type EarlierOf = (of: Of) => AskedRenewal[];

/** An application, with what came before it. */
export function handedInBy(
  { application, level }: { application: ApplicationRow; level: Level },
  earlierOf: EarlierOf,
): HandedIn {
  const { personId, submittedAt } = application;
  const on = localDateOf(submittedAt, level.framework.zone);
  return { on, earlier: earlierOf({ personId, level, before: submittedAt }) };
}

/** What people asked for of renewals: of each person and level, newest first; nothing where no rules have a cut-off. */
export async function loadEarlierRenewals(
  ctx: Ctx,
  personIds: readonly string[],
  levels: readonly Pick<Level, 'ruleSets'>[],
): Promise<EarlierOf> {
  const withCutOff = levels.some(({ ruleSets }) => ruleSets.some(({ cutOffDays }) => cutOffDays > 0));
  if (!withCutOff) return () => [];
  const rows = await ctx.db.application.findMany({
    where: { personId: { in: [...personIds] }, kind: 'renewal' },
    select: {
      personId: true,
      levelId: true,
      submittedAt: true,
      decisions: { select: { act: true }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  });
  return ({ personId, level, before }) =>
    rows
      .filter((row) => row.personId === personId && row.levelId === level.id)
      .filter(({ submittedAt }) => before === undefined || submittedAt < before)
      .map(({ submittedAt, decisions }) => ({
        on: localDateOf(submittedAt, level.framework.zone),
        state: applicationState(decisions),
      }));
}
