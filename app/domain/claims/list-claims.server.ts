import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { foldName } from '~/platform/folding/names';
import { isId } from '~/platform/ids';
import { type ClaimListRow, type Cursor, countClaims, findClaimPage } from './data/claim-list.server';
import { loadReach } from './data/load-reach.server';
import { type ListClaimsInput, listClaimsSchema } from './inputs';
import { isRegistrar } from './policy';
import { claimState } from './rules/claim-state';
import type { ClaimState } from './types';

export type ClaimList = {
  rows: (ClaimListRow & { state: ClaimState })[];
  /** All rows of the filter. */
  total: number;
  next: string | null;
  zone: string;
};

const PAGE = 50;

/** '<moment>_<id>'; null for anything else. */
function readCursor(text: string): Cursor | null {
  const [moment = '', id = ''] = text.split('_');
  const at = new Date(moment);
  return isId(id) && /^20\d\d-/.test(moment) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}

/** Papers that wait for a registrar, oldest first, or those decided, last first. Throws `claims.not-a-registrar`. */
export async function listClaims(ctx: Ctx, input: ListClaimsInput): Promise<ClaimList> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'claims.not-a-registrar');
  const { list, kind, path, q, after } = listClaimsSchema.parse(input);
  const { reach, zone } = await loadReach(ctx);
  const filter = { list, kind, path, q: foldName(q), reach };
  const rows = await findClaimPage(ctx.db, filter, readCursor(after), PAGE + 1);
  const total = await countClaims(ctx.db, filter);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const key = last && (list === 'closed' ? (last.closedAt ?? last.handedInAt) : last.handedInAt);
  return {
    rows: rows.slice(0, PAGE).map((row) => ({ ...row, state: claimState(row.act && { act: row.act }) })),
    total,
    next: last && key ? `${key.toISOString()}_${last.id}` : null,
    zone,
  };
}
