import { hasRole } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { isLocalDate, type LocalDate } from '~/platform/local-date';
import { findLevel } from './data/levels.server';
import { listTerms, type TermCursor } from './data/signatories.server';
import { canDefineFramework } from './policy';
import { isInOffice, lastDayOf, signatoryState } from './rules/signatory-state';
import type { FrameworkFacts, Level, SignatoryAct, SignatoryState, SignatoryTerm } from './types';

export type ListedTerm = Omit<SignatoryTerm, 'acts'> & {
  state: SignatoryState;
  lastDay: LocalDate | null;
  /** Confirmed, and in office today. */
  isInOffice: boolean;
  acts: readonly (SignatoryAct & { actorName: string })[];
  /** The reader may confirm what is proposed; whoever proposed it may only take it back. */
  mayConfirm: boolean;
};

export type SignatoryList = {
  level: Pick<Level, 'slug' | 'name'>;
  framework: FrameworkFacts;
  today: LocalDate;
  rows: ListedTerm[];
  next: string | null;
  mayAppoint: boolean;
  /** Nobody is in office today: no document can be issued. */
  isNobody: boolean;
};

const PAGE = 20;

/** '<first day>_<id>'; null for anything else. */
function readCursor(text: string | null | undefined): TermCursor | null {
  const [from = '', id = ''] = (text ?? '').split('_');
  return isLocalDate(from) && isId(id) ? { from, id } : null;
}

/** Everybody who signs, signed or is to sign for the framework of a level, what began last first. For registrars. */
export async function listSignatories(
  ctx: Ctx,
  { level: slug, after }: { level: string; after?: string | null },
): Promise<SignatoryList> {
  const { actor } = ctx;
  if (!hasRole(actor, 'registrar')) throw new DomainError('forbidden', 'frameworks.may-not-appoint');
  const level = await findLevel(ctx.db, slug);
  if (!level) throw new DomainError('not-found', 'frameworks.level-not-found');
  const { framework } = level;
  const today = ctx.clock.today(framework.zone);
  const page = { frameworkId: framework.id, after: readCursor(after), take: PAGE + 1 };
  const terms = await listTerms(ctx.db, page);
  const shown = terms.slice(0, PAGE);
  const actors = shown.flatMap(({ acts }) => acts.flatMap(({ actorId }) => actorId ?? []));
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(actors)]);
  const mayAppoint = canDefineFramework(actor, framework.path);
  const last = shown.at(-1);
  return {
    level: { slug: level.slug, name: level.name },
    framework,
    today,
    rows: shown.map((term) => listed(term, { today, names, mayAppoint, reader: actor?.accountId ?? '' })),
    next: terms.length > PAGE && last ? `${last.from}_${last.id}` : null,
    mayAppoint,
    isNobody: !framework.signatories.some((each) => isInOffice(each, today)),
  };
}

type Reading = {
  today: LocalDate;
  names: ReadonlyMap<string, string>;
  mayAppoint: boolean;
  reader: string;
};

function listed(term: SignatoryTerm, { today, names, mayAppoint, reader }: Reading): ListedTerm {
  const { acts } = term;
  const state = signatoryState(acts);
  const lastDay = lastDayOf(term);
  const isConfirmed = state === 'confirmed' || state === 'ending' || state === 'ended';
  const isAwaited = state === 'proposed' || state === 'ending';
  return {
    ...term,
    state,
    lastDay,
    isInOffice: isConfirmed && isInOffice({ from: term.from, until: lastDay }, today),
    acts: acts.map((act) => ({ ...act, actorName: (act.actorId && names.get(act.actorId)) ?? '' })),
    mayConfirm: mayAppoint && isAwaited && acts.at(-1)?.actorId !== reader,
  };
}
