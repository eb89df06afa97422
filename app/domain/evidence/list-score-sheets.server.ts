import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { listSheetsBy, listWaitingSheets } from './data/score-sheets.server';
import { canAssess, isAssessor, levelsOf } from './policy';
import type { AssessedLevel, PersonFacts, SheetSummary } from './types';

export type ScoreSheets = {
  /** Sheets of others that wait for this assessor's signature, oldest first. */
  toSign: SheetSummary[];
  /** Sheets that this assessor recorded or signed, newest first. */
  own: SheetSummary[];
  /** Cursor of the next page of `own`. */
  next: string | null;
  people: ReadonlyMap<string, PersonFacts>;
};

const PAGE = 10;

/** The assessor's desk. Throws `evidence.not-an-assessor`. */
export async function listScoreSheets(
  ctx: Ctx,
  { before }: { before?: string | null } = {},
): Promise<ScoreSheets> {
  const { actor } = ctx;
  if (!actor || !isAssessor(actor)) throw new DomainError('forbidden', 'evidence.not-an-assessor');
  const levels = await licensedLevels(ctx, levelsOf(actor));
  const waiting = await listWaitingSheets(ctx.db, [...levels.keys()], actor.accountId);
  const own = await listSheetsBy(ctx.db, actor.accountId, isId(before) ? before : null, PAGE + 1);
  const people = await ctx.ports.describePeople(ctx, [
    ...new Set([...waiting, ...own].map(({ personId }) => personId)),
  ]);
  const toSign = waiting.filter(({ personId, level: slug }) => {
    const level = levels.get(slug);
    return (
      personId !== actor.personId && level && canAssess(actor, level, people.get(personId) ?? { path: null })
    );
  });
  const page = own.slice(0, PAGE);
  return { toSign, own: page, next: own.length > PAGE ? (page.at(-1)?.id ?? null) : null, people };
}

async function licensedLevels(ctx: Ctx, slugs: readonly string[]): Promise<Map<string, AssessedLevel>> {
  const levels = await Promise.all(slugs.map((slug) => ctx.ports.assessedLevel(ctx, slug)));
  return new Map(levels.filter((level) => level !== null).map((level) => [level.slug, level]));
}
