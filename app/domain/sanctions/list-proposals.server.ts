import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { readCursor, writeCursor } from '~/platform/moment-cursor';
import { countProposals, findProposalPage, type ProposalRow } from './data/proposal-list.server';
import { type ListProposalsInput, listProposalsSchema } from './inputs';

export type ProposalList = {
  rows: (ProposalRow & { level: Level | null; proposerName: string; isOwnProposal: boolean })[];
  total: number;
  next: string | null;
};

const PAGE = 50;

/** What waits for a second person, the oldest first, one page; nothing about the reader. Throws `licensing.not-a-registrar`. */
export async function listProposals(ctx: Ctx, input: ListProposalsInput): Promise<ProposalList> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const { after } = listProposalsSchema.parse(input);
  const levels = await listLevels(ctx);
  const filter = { scope: scopeOf(actor, levels), personId: actor.personId };
  const rows = await findProposalPage(ctx.db, filter, readCursor(after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(page.map(({ proposerId }) => proposerId))]);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      ...row,
      level: levels.find(({ id }) => id === row.levelId) ?? null,
      proposerName: names.get(row.proposerId) ?? '',
      isOwnProposal: row.proposerId === actor.accountId,
    })),
    total: await countProposals(ctx.db, filter),
    next: rows.length > PAGE && last ? writeCursor({ at: last.proposedAt, id: last.id }) : null,
  };
}
