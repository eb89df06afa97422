import { describePeople } from '~/domain/people/describe-people.server';
import { grantsOf } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { readCursor, writeCursor } from '~/platform/moment-cursor';
import { requireRegistrar } from './data/reach.server';
import { findUnionPage } from './data/unions.server';
import { type ListUnionsInput, listUnionsSchema } from './inputs';

export type ListedUnion = { id: string; kept: string; absorbed: string; askedAt: Date };

const PAGE = 50;

/** Unions within a registrar's places, and those the registrar asked for, one page. Throws `licensing.not-a-registrar`. */
export async function listUnions(
  ctx: Ctx,
  input: ListUnionsInput,
): Promise<{ rows: ListedUnion[]; next: string | null }> {
  const { accountId } = requireRegistrar(ctx);
  const { list, after } = listUnionsSchema.parse(input);
  const paths = grantsOf(ctx.actor, 'registrar').map(({ path }) => path);
  const rows = await findUnionPage(ctx.db, { list, paths, accountId }, readCursor(after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const personIds = [...new Set(page.flatMap(({ keptId, absorbedId }) => [keptId, absorbedId]))];
  const people = await describePeople(ctx, { personIds });
  const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]));
  const last = page.at(-1);
  return {
    rows: page.map(({ id, keptId, absorbedId, askedAt }) => ({
      ...{ id, askedAt },
      kept: names.get(keptId) ?? '',
      absorbed: names.get(absorbedId) ?? '',
    })),
    next: rows.length > PAGE && last ? writeCursor({ at: last.askedAt, id: last.id }) : null,
  };
}
